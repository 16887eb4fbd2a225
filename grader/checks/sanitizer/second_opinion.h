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

  /// Whether the explorer saw both sides of a race, from two threads and at the same memory, and saw them ordered,
  /// while every explored case passed.
  [[nodiscard]] bool clears(const Finding& race) const;

 private:
  std::set<std::pair<std::string, std::string>> in_order_;  ///< lines of the submission
};

}  // namespace lockstep::checks
