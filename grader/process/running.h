#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "os/stop_event.h"
#include "process/capture.h"
#include "process/confinement.h"
#include "process/dead_end.h"
#include "process/launch.h"
#include "process/meter.h"
#include "process/run.h"
#include "process/run_clock.h"

namespace lockstep::process {

/// A program that runs, from its start to its end: what `run` and `Session` are made of. For one thread at a time.
class Running {
 public:
  [[nodiscard]] static Result<std::unique_ptr<Running>> start(const Command& command, const Limits& limits,
                                                              const Sandbox& sandbox, std::stop_token stop);
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;
  ~Running();  ///< kills what is left

  /// Feeds, listens and looks after the limits, until `enough` holds or the program and all that it started are gone.
  void run_until(const std::function<bool()>& enough, const BeforeKill& before_kill = {});

  /// From now on the program is stopped when it grows older by more than `limit`, as by its own clock; without one,
  /// when all its time is over.
  void bound_answer(std::optional<std::chrono::milliseconds> limit);

  void send(std::string_view text) { to_send_ += text; }
  void close_input();  ///< once all is sent
  [[nodiscard]] bool all_sent() const { return sent_ == to_send_.size() || !launched_.input; }

  [[nodiscard]] bool ended() const { return ended_; }
  [[nodiscard]] Result<Exit> exit() const;  ///< for `ended()` only
  [[nodiscard]] Run result(Exit exit);      ///< likewise; takes what was captured
  [[nodiscard]] std::string& channel(std::size_t i) { return captures_[2 + i].text(); }
  [[nodiscard]] std::chrono::microseconds cpu();  ///< used up to now

 private:
  using Clock = std::chrono::steady_clock;
  Running(const Limits& limits, Confinement confinement, std::stop_token stop, std::string name);

  [[nodiscard]] Clock::time_point deadline() const;
  void wait(Clock::time_point until);
  void feed();
  void listen();
  void on_status(const InitStatus& status);
  void look_at_limits(const BeforeKill& before_kill);
  void look_at_clock(std::span<const pid_t> pids);  ///< after the meter's look
  void kill_for(Exit why, const BeforeKill& before_kill);
  void kill_hard();
  void note_end();
  [[nodiscard]] pid_t init();

  const Limits limits_;
  const std::string name_;  // of the program
  Confinement confinement_;
  Meter meter_;
  os::StopEvent stop_;
  Launched launched_;
  std::vector<Capture> captures_;
  std::string to_send_;
  std::size_t sent_ = 0;  // of it
  bool input_ends_ = false;
  pid_t init_ = -1;            // -1: not known yet
  os::Fd init_process_;        // with namespaces of its own
  Clock::time_point begin_{};  // of the sandbox, then of the program in it
  bool program_started_ = false;
  Clock::time_point next_look_{};
  RunClock run_clock_;
  DeadEnd dead_end_;
  struct Bound {
    std::chrono::milliseconds limit;
    RunClock::Duration over;  ///< the age at which it is
  };
  std::optional<Bound> answer_;
  Clock::time_point clock_look_{};  // the last one
  std::chrono::microseconds cpu_at_clock_look_{};
  Clock::time_point timeout_over_{};  // after a kill
  std::optional<Exit> killed_for_;
  std::optional<InitStatus> init_status_;
  int launcher_status_ = 0;
  bool ended_ = false;
  std::chrono::microseconds wall_{};
};

}  // namespace lockstep::process
