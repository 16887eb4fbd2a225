#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <variant>
#include <vector>

#include "checks/speedup/forecast.h"
#include "lockstep/finding_kind.h"
#include "process/run.h"

namespace lockstep::checks::speedup {

enum class Whose { kLearner, kKit };

/// Why a program gave no answer that counts.
struct Trouble {
  FindingKind kind{};
  std::string what;      ///< a clause: "was killed by signal 11 (segmentation fault)"
  Whose whose{};         ///< whose program it was
  std::string function;  ///< that was to run; empty when none was
};

template <class T>
using Answer = tl::expected<T, Trouble>;

enum class Watch { kPlain, kMeet, kBalance };

/// One repetition to ask for.
struct Repetition {
  std::string function;
  std::uint64_t seed = 0;
  unsigned workers = 1;
  Watch watch = Watch::kPlain;
  std::chrono::milliseconds timeout{0};
};

struct Reading {
  std::uint64_t checksum = 0;
  std::vector<double> values;  ///< of kMeet: share met; of kBalance: work ÷ span, busiest thread's share
  double wall_s = 0;           ///< taken here, outside the program
  double cpu_s = 0;            ///< of all the program's threads, while it worked
};

/// The grader's side of the conversation with a lab's speedup program, or with the one that predicts; the words are in
/// kit/lockstep/measure.h and kit/predict_serve.h.
class Peer {
 public:
  using Ask = std::function<std::variant<process::Exchange, process::Exit>(std::string_view line)>;
  using Cpu = std::function<std::chrono::microseconds()>;

  /// \param ask  sends a line and gives the answer, or how the program ended
  /// \param cpu  the CPU time of the program so far
  Peer(Whose whose, Ask ask, Cpu cpu) : whose_(whose), ask_(std::move(ask)), cpu_(std::move(cpu)) {}

  /// The functions that the program can run.
  [[nodiscard]] Answer<std::vector<std::string>> functions();

  /// Has the data made, which is not timed, then the work done.
  [[nodiscard]] Answer<Reading> repeat(const Repetition& repetition);

  /// Has a run recorded, by a program that predicts.
  /// \param repetition  its watch and timeout count for nothing
  [[nodiscard]] Answer<std::variant<Forecast, Unpredictable>> forecast(const Repetition& repetition,
                                                                       bool with_timeline = false);

 private:
  struct Reply {
    std::string kind;
    std::string text;  ///< after the ticket
    double wall_s = 0;
  };
  Answer<Reply> ask(const std::string& verb, const std::string& arguments, std::string_view expected,
                    std::string_view or_else = {});

  Answer<Reading> ask_to_repeat(const Repetition& repetition);
  Answer<std::variant<Forecast, Unpredictable>> ask_to_predict(const Repetition& repetition, bool with_timeline);
  [[nodiscard]] Trouble nonsense(std::string_view answer) const;

  Whose whose_;
  Ask ask_;
  Cpu cpu_;
};

}  // namespace lockstep::checks::speedup
