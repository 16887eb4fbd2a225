#include "checks/verdict.h"

namespace lockstep {

std::string_view name(Outcome outcome) {
  switch (outcome) {
    case Outcome::kPass:
      return "pass";
    case Outcome::kFail:
      return "fail";
    case Outcome::kInconclusive:
      return "inconclusive";
    case Outcome::kError:
      return "error";
  }
  return {};
}

std::string full_text(const Finding& finding) {
  return finding.trace.empty() ? finding.message : finding.message + "\n" + finding.trace;
}

}  // namespace lockstep
