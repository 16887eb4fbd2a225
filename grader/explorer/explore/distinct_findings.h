#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "explorer/explore/suppressions.h"
#include "explorer/finding/finding.h"
#include "explorer/report/symbols.h"

namespace lockstep::explorer {

/// The findings of an exploration, told apart by their kind and their lines, whatever schedule shows them.
class DistinctFindings {
 public:
  enum class Met { kNew, kKnown, kSuppressed };

  DistinctFindings(Symbols& symbols, Suppressions suppressions)
      : symbols_(symbols), suppressions_(std::move(suppressions)) {}

  [[nodiscard]] Met meet(const RawFinding& finding);

  /// Whether a data race between two places is suppressed. It is then counted, too.
  [[nodiscard]] bool suppresses_race(Place earlier, Place later);

  /// How many were suppressed.
  [[nodiscard]] std::size_t suppressed() const { return suppressed_.size(); }

 private:
  [[nodiscard]] std::vector<FindingPlace> places_of(const RawFinding& finding);
  [[nodiscard]] std::string key_of(const RawFinding& finding);

  Symbols& symbols_;
  const Suppressions suppressions_;
  std::set<std::string> met_;
  std::set<std::string> suppressed_;
  std::map<std::pair<Place, Place>, bool> races_;  ///< those asked about, and whether they are suppressed
};

}  // namespace lockstep::explorer
