#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "checks/stacks.h"
#include "lockstep/finding_kind.h"

namespace lockstep::checks {

/// A part of a sanitizer's report: a headline, and the stack below it.
struct ReportSection {
  std::string headline;  ///< "Write of size 8 at 0x7b04 by thread T2:", without addresses and the colon
  Stack stack;
};

/// One report of ThreadSanitizer, AddressSanitizer, UndefinedBehaviorSanitizer or LeakSanitizer, taken apart.
struct SanitizerReport {
  FindingKind kind{};
  std::string what;  ///< in the sanitizer's words: "data race", "heap-use-after-free", ...
  std::vector<ReportSection> sections;
};

/// Takes the reports in a sanitizer's text apart. A report that is cut short gives what is there of it.
[[nodiscard]] std::vector<SanitizerReport> read_sanitizer_reports(std::string_view text);

}  // namespace lockstep::checks
