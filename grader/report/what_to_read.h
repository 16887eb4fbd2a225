#pragma once

#include <span>
#include <string>
#include <string_view>

#include "checks/verdict.h"

namespace lockstep::report {

/// What to read about a kind of finding.
struct ReadingRow {
  FindingKind kind{};
  std::string_view
      page;  ///< by path from the kit's root, with a heading: "docs/concepts/deadlock.md#the-rule"; or empty
  /// Without an interleaving the page would mislead: a wrong value on a single run is seldom a race.
  bool needs_interleaving = false;
};

/// A row for each kind. A kind without a page is explained by the handout's section that its check names.
[[nodiscard]] std::span<const ReadingRow> reading_table();

/// The page about a kind; empty where there is none.
/// \param interleaved  whether the finding has a schedule
[[nodiscard]] std::string_view page_about(FindingKind kind, bool interleaved);

/// All pages about a finding that has a schedule: that of its kind, and where a load reads an older value in it, that
/// about memory orders.
[[nodiscard]] std::string pages_about(FindingKind kind, std::span<const TraceStep> steps);

/// All that a finding says to read, by paths from the kit's root: "labs/01-primes/README.md#part-1-threads,
/// docs/concepts/data-race.md"; empty for nothing.
[[nodiscard]] std::string what_to_read(const Finding& finding);

}  // namespace lockstep::report
