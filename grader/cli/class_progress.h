#pragma once

#include <chrono>
#include <string>

#include "cli/class_work.h"

namespace lockstep::cli {

/// How far a class is.
struct ClassStanding {
  int done = 0;
  int total = 0;  ///< of this phase
  int under_way = 0;
  int later = 0;  ///< to be measured one at a time, as far as is known
};

/// Tells how far a phase is, and how long it will take if it goes on so.
class ClassProgress {
 public:
  ClassProgress(std::string lab, ClassPhase phase)
      : lab_(std::move(lab)), phase_(phase), begun_(std::chrono::steady_clock::now()) {}

  [[nodiscard]] std::string line(const ClassStanding& standing) const;

 private:
  std::string lab_;
  ClassPhase phase_;
  std::chrono::steady_clock::time_point begun_;
};

/// "about 3 min left"; empty while nothing is done.
[[nodiscard]] std::string time_left(std::chrono::duration<double> elapsed, int done, int total);

}  // namespace lockstep::cli
