#pragma once

#include <set>
#include <string>
#include <utility>

#include "checks/check.h"
#include "checks/verdict.h"

namespace lockstep::checks {

/// What the explorer says of data races that ThreadSanitizer reports: it understands all of C++20's synchronisation,
/// which ThreadSanitizer does not.
class SecondOpinion {
 public:
  /// Runs the lab's explored cases.
  [[nodiscard]] static Result<SecondOpinion> ask(const Context& context);

  /// Whether there are explored cases, and they were built and run.
  [[nodiscard]] bool was_given() const { return given_; }

  /// Whether time ended the run of some explored case: then nothing is known of what it does not clear.
  [[nodiscard]] bool is_unfinished() const { return unfinished_; }

  /// Whether an explored case has a data race.
  [[nodiscard]] bool found_a_race() const { return found_a_race_; }

  /// Whether a case that passed, in all its schedules, accessed the same memory at both lines of a race from two
  /// threads, and always in order; and no explored case found a data race.
  [[nodiscard]] bool clears(const Finding& race) const;

 private:
  bool given_ = false;
  bool unfinished_ = false;
  bool found_a_race_ = false;
  std::set<std::pair<std::string, std::string>> in_order_;  ///< lines of the submission
};

}  // namespace lockstep::checks
