#pragma once

#include <compare>
#include <string>

namespace lockstep::integrity {

/// How sure it is that no honest code does it.
enum class Severity {
  kProven,  ///< none does: it costs the points that it could have forged
  kReview,  ///< some may: it costs nothing, and an instructor should look
};

/// What can no longer be believed.
enum class Affects {
  kAllRuns,  ///< whatever a program of the submission reports
  kRaces,    ///< that no data race was seen
  kMemory,   ///< that no memory error was seen
};

/// Something in a submission that works against the grader, not for the task.
struct Suspicion {
  Severity severity{};
  Affects affects{};
  std::string symbol;   ///< as a person writes it; empty when it is about none
  std::string message;  ///< what, why it matters, what to do
  std::string file;     ///< as the compiler named it, or of the object itself
  int line = 0;         ///< 1-based; 0 when it is not known

  auto operator<=>(const Suspicion&) const = default;
};

}  // namespace lockstep::integrity
