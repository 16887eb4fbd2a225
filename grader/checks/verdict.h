#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lockstep/coverage.h"
#include "lockstep/explored_lines.h"
#include "lockstep/finding_kind.h"
#include "lockstep/finding_place.h"
#include "lockstep/reduction.h"
#include "lockstep/trace_step.h"

namespace lockstep {

/// What a check says. Only `kFail` costs points.
enum class Outcome {
  kPass,
  kFail,
  kInconclusive,  ///< it cannot be told; the check's maximum is left out of the total
  kError,         ///< the kit or the machine is at fault; likewise left out
};

[[nodiscard]] std::string_view name(Outcome outcome);  ///< "pass", "fail", "inconclusive", "error"

/// One thing that is wrong with the submission.
struct Finding {
  FindingKind kind{};
  std::string message;                   ///< what, where, why: a few lines
  std::string file;                      ///< in the submission, relative; empty when it has no place
  int line = 0;                          ///< 1-based; 0 when it has no place
  std::string replay;                    ///< the command that shows it again; may be empty
  std::string read;                      ///< what to read about it; may be empty
  std::string raw;                       ///< the tool's own report, whole; kept beside, not shown
  std::vector<std::string> racing = {};  ///< of a sanitizer's data race: both lines in the submission, as `file:line`
  // Of a finding of the explorer's:
  std::vector<FindingPlace> places = {};    ///< all that it names in the lab, relative; `file` and `line` are the first
  std::uint64_t schedule = 0;               ///< the number of the first one that shows it; 0: it is of no schedule
  std::optional<Reduction> reduction = {};  ///< of that schedule, to the one that is shown
  std::string trace = {};                   ///< the interleaving, a line a step
  std::vector<TraceStep> steps = {};        ///< the same, typed: files in the lab, relative, others left out
  std::string of_case = {};                 ///< the case that it is of; empty when it is of the whole check
};

/// The message, and the interleaving below it.
[[nodiscard]] std::string full_text(const Finding& finding);

struct CaseVerdict {
  std::string name;
  Outcome verdict{};
  double fraction = 0;                    ///< of the case's points, 0 to 1
  std::optional<Coverage> coverage = {};  ///< of an explored case that ended without a finding
};

/// What a check found out.
struct Verdict {
  Outcome outcome{};
  double fraction = 0;  ///< of the check's points earned, 0 to 1; meaningful for kPass (1) and kFail
  std::vector<Finding> findings;
  std::vector<CaseVerdict> cases;
  std::vector<std::string> notes;  ///< what the reader should know: which measure judged, what was left out and why
  /// Of a check whose cases were explored without a finding: which lines of the submission their schedules ran.
  std::vector<ExploredLines> lines = {};
};

}  // namespace lockstep
