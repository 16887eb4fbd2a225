#pragma once

#include <sys/types.h>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "os/run_limits.h"
#include "process/sandbox.h"
#include "result/result.h"

namespace lockstep::process {

using Limits = RunLimits;

struct Exited {
  int code = 0;
};
struct Signaled {
  int signo = 0;
};
struct TimedOut {
  enum class Clock { kWall, kCpu } clock{};
  std::chrono::milliseconds limit{};
};
/// Each of its threads waited for another one to wake it, and no one was left that could: a deadlock, or a wake-up that
/// was lost.
struct Deadlocked {};
/// It was not given the CPU time that it wanted: it used neither limit up, and yet had to be stopped.
struct Starved {
  std::chrono::milliseconds wall{};  ///< after so long
  std::chrono::milliseconds cpu{};   ///< which it had used by then
};
struct OutOfMemory {
  std::uint64_t limit_bytes = 0;
};
struct OutputLimitExceeded {
  std::string stream;  ///< "standard output", ...
  std::uint64_t limit_bytes = 0;
};
struct Stopped {};  ///< the caller's stop token was triggered (Ctrl-C)

/// How a run ended, believed only from the sandbox's own init or the kernel, never from the program's word.
using Exit = std::variant<Exited, Signaled, TimedOut, Deadlocked, Starved, OutOfMemory, OutputLimitExceeded, Stopped>;

/// Whether it ended by itself, with exit status 0.
[[nodiscard]] inline bool succeeded(const Exit& exit) {
  const auto* exited = std::get_if<Exited>(&exit);
  return exited != nullptr && exited->code == 0;
}

/// A sentence for a person: "was killed by signal 11 (segmentation fault)".
[[nodiscard]] std::string describe(const Exit& exit);

/// A program to run, and what it is given.
struct Command {
  std::vector<std::string> argv;                   ///< argv[0] is the program: an absolute path or a name on PATH
  std::map<std::string, std::string> environment;  ///< all of it; PATH, HOME, TMPDIR and LANG are set when not named
  std::filesystem::path working_dir;               ///< empty: the scratch folder
  std::string input;                               ///< fed to standard input, then closed
  int channels = 0;  ///< pipes captured besides standard output and error, open in the program as fd 3, 4, ...
};

/// How a run talked and what it used.
struct Run {
  Exit exit;
  std::string output;                 ///< standard output, cut at the limit
  std::string errors;                 ///< standard error, cut at the limit
  std::vector<std::string> channels;  ///< what came through fd 3, 4, ..., cut at the limit
  std::chrono::microseconds wall{};
  std::chrono::microseconds cpu{};      ///< of all processes of the run
  std::uint64_t peak_memory_bytes = 0;  ///< with the file cache that it filled; 0 when it could not be measured
};

/// Called once, before a run that exceeded a time limit or cannot go on is killed, with the run's processes as seen
/// from here: the program and those that it started. They are stopped (SIGSTOP), so that their stacks can be read.
using BeforeKill = std::function<void(const std::vector<pid_t>& pids)>;

/// A conversation with a running program: a line sent to its standard input, a line read from channel 0 (fd 3).
/// The time between is measured here, outside the program.
struct Exchange {
  std::string answer;               ///< without the newline
  std::chrono::nanoseconds time{};  ///< from the last byte sent to the answer's newline read
};

/// Runs a program under `limits` inside `sandbox` until it ends, and leaves no process of it behind, however it ended.
/// \return how it went; a machine error when it could not be started at all.
/// Thread-safe: several runs may go on at once.
[[nodiscard]] Result<Run> run(const Command& command, const Limits& limits, const Sandbox& sandbox,
                              std::stop_token stop = {}, const BeforeKill& before_kill = {});

/// A program that is asked several things in turn, under the same limits and in the same sandbox as `run`. The limits
/// are those of the whole conversation; between two questions, only those that the kernel enforces are looked after.
class Session {
 public:
  Session(Session&&) noexcept;
  Session& operator=(Session&&) noexcept;
  ~Session();  ///< kills whatever is left of the program

  /// Sends `line` and waits for a line of answer. What came through channel 0 before is forgotten.
  /// \return the exchange; nothing more can be asked once the program has ended: then how it ended.
  /// \param limit  a program that takes longer is stopped, and has `TimedOut`: by its own clock, as its `Limits` are
  [[nodiscard]] std::variant<Exchange, Exit> ask(std::string_view line, std::chrono::milliseconds limit);

  /// CPU time of all the program's processes so far.
  [[nodiscard]] std::chrono::microseconds cpu() const;

  /// Closes the program's input and waits for its end.
  [[nodiscard]] Result<Run> finish();

 private:
  friend Result<Session> start(const Command&, const Limits&, const Sandbox&, std::stop_token);
  struct State;
  explicit Session(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// Starts a program to be asked; `command.input` must be empty and `command.channels` at least 1.
[[nodiscard]] Result<Session> start(const Command& command, const Limits& limits, const Sandbox& sandbox,
                                    std::stop_token stop = {});

}  // namespace lockstep::process
