#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <variant>
#include <vector>

#include "lockstep/finding_kind.h"
#include "lockstep/unpredictable.h"
#include "lockstep/watch.h"
#include "measure/prediction.h"
#include "measure/sealed_questions.h"
#include "process/run.h"

namespace lockstep::measure {

/// Whose failure it is: that of the program with the learner's files, of the lab's own program, or of the machine,
/// which could not start one.
enum class Owner { kLearner, kKit, kMachine };

/// Why a program gave no answer that counts.
struct ProgramFailure {
  FindingKind kind{};
  std::string what;  ///< a clause: "was killed by signal 11 (segmentation fault)"; of the machine: a sentence
  Owner owner{};
  std::string function;  ///< that was to run; empty when none was
};

/// What to tell a person: "find_with_threads was killed by signal 11 (segmentation fault)."
[[nodiscard]] std::string sentence(const ProgramFailure& failure);

template <class T>
using Answer = tl::expected<T, ProgramFailure>;

/// A run to ask for.
struct RunRequest {
  std::string function;
  std::uint64_t seed = 0;
  unsigned workers = 1;
  Watch watch = Watch::kPlain;
  std::chrono::milliseconds timeout{0};
};

struct Reading {
  std::uint64_t checksum = 0;
  std::vector<double> values;  ///< of kMeet: share met; of kParallelism: work ÷ span, busiest thread's share
  double wall_s = 0;           ///< taken here, outside the program
  double cpu_s = 0;            ///< of all the program's threads, while it worked
};

/// The grader's side of the conversation with a lab's speedup program, or with the one that predicts; the words are in
/// kit/lockstep/measure.h and kit/predict_serve.h.
class ProgramClient {
 public:
  using Cpu = std::function<std::chrono::microseconds()>;

  /// \param cpu  the CPU time of the program so far
  ProgramClient(Owner owner, Ask ask, Cpu cpu) : owner_(owner), ask_(std::move(ask)), cpu_(std::move(cpu)) {}

  /// The functions that the program can run.
  [[nodiscard]] Answer<std::vector<std::string>> functions();

  /// Has the data made, which is not timed, then the work done.
  [[nodiscard]] Answer<Reading> repeat(const RunRequest& request);

  /// Has a run recorded, by a program that predicts.
  /// \param request  its watch and timeout are not used
  [[nodiscard]] Answer<std::variant<Prediction, Unpredictable>> predict(const RunRequest& request,
                                                                        bool with_timeline = false);

 private:
  struct Reply {
    std::string kind;
    std::string text;  ///< after the ticket
    double wall_s = 0;
  };
  Answer<Reply> ask(const std::string& verb, const std::string& arguments, std::string_view expected,
                    std::string_view or_else = {});

  Answer<Reading> ask_to_repeat(const RunRequest& request);
  Answer<std::variant<Prediction, Unpredictable>> ask_to_predict(const RunRequest& request, bool with_timeline);
  [[nodiscard]] ProgramFailure nonsense(std::string_view answer) const;

  Owner owner_;
  Ask ask_;
  Cpu cpu_;
};

}  // namespace lockstep::measure
