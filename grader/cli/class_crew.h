#pragma once

#include <deque>
#include <map>
#include <string>
#include <vector>

#include "cli/class_engine.h"
#include "cli/class_work.h"
#include "cli/command_context.h"
#include "process/helper.h"
#include "result/result.h"

namespace lockstep::cli {

/// Worker processes that do a class's units. A worker that dies is replaced; its unit is tried once more.
class Crew final : public ClassEngine {
 public:
  /// \param here, work  must outlive the crew
  Crew(const CommandContext& here, const ClassWork& work) : here_(&here), work_(&work) {}

  /// As many at a time as `here.jobs` says.
  [[nodiscard]] Result<std::vector<UnitFailure>> run(ClassPhase phase, std::vector<std::string> contents,
                                                     const UnitListener& listener) override;

 private:
  struct Member {
    process::Helper helper;
    std::string content = {};  ///< of the unit at hand; empty: none
    bool is_ready = false;
  };

  Result<void> fill_up(std::size_t workers);
  Result<void> wait();
  Result<void> listen_to(Member& member, bool& is_alive, const UnitListener& listener);
  Result<void> take(Member& member, const std::string& line, const UnitListener& listener);
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
