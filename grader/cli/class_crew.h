#pragma once

#include <deque>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "cli/class_work.h"
#include "cli/command_context.h"
#include "process/helper.h"
#include "result/result.h"

namespace lockstep::cli {

/// A unit of a class's work that could not be done.
struct UnitFailure {
  std::string content;
  std::string why;
};

/// Told as a crew works. Both are called by the thread that called `Crew::run`.
struct CrewListener {
  std::function<Result<void>(const std::string& content)> done;      ///< what was found is in the `ClassWork`
  std::function<void(int done, int total, int under_way)> progress;  ///< about twice a second
};

/// Worker processes that do a class's units. A worker that dies is replaced; its unit is tried once more.
class Crew {
 public:
  /// \param here, work  must outlive the crew
  Crew(const CommandContext& here, const ClassWork& work) : here_(&here), work_(&work) {}

  /// Does the units of one phase, at most `workers` at a time.
  /// \return those that failed; an error when the work as a whole cannot go on, or was interrupted. No worker lives
  ///         any more then.
  [[nodiscard]] Result<std::vector<UnitFailure>> run(ClassPhase phase, std::vector<std::string> contents, int workers,
                                                     const CrewListener& listener);

 private:
  struct Member {
    process::Helper helper;
    std::string content = {};  ///< of the unit at hand; empty: none
    bool is_ready = false;
  };

  Result<void> fill_up(std::size_t workers);
  Result<void> wait();
  Result<void> listen_to(Member& member, bool& is_alive, const CrewListener& listener);
  Result<void> take(Member& member, const std::string& line, const CrewListener& listener);
  Result<void> died(Member& member);
  void give_work(Member& member);
  [[nodiscard]] int under_way() const;
  void dismiss();

  const CommandContext* here_;
  const ClassWork* work_;
  ClassPhase phase_{};
  std::deque<std::string> to_do_;
  std::map<std::string, int> deaths_;  ///< of workers, by the unit that they were at
  std::vector<Member> members_;
  std::vector<UnitFailure> failures_;
  int done_ = 0;
  int stillborn_ = 0;  ///< workers in a row that ended before they were ready
};

}  // namespace lockstep::cli
