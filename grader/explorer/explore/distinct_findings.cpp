#include "explorer/explore/distinct_findings.h"

#include <algorithm>

#include "explorer/image/stack.h"

namespace lockstep::explorer {

std::vector<FindingPlace> DistinctFindings::places_of(const RawFinding& finding) {
  std::vector<FindingPlace> places;
  if (finding.source) places.push_back(*finding.source);
  for (const Place place : finding.places) {
    if (place == 0) continue;
    for (const Frame& frame : symbols_.frames(image().begin + place)) {
      if (frame.own()) places.push_back({.file = frame.file, .line = frame.line, .function = frame.function});
    }
  }
  return places;
}

std::string DistinctFindings::key_of(const RawFinding& finding) {
  std::set<std::string> lines;
  for (const Place place : finding.places) lines.insert(symbols_.place(place));
  if (finding.source) lines.insert(finding.source->file + ":" + std::to_string(finding.source->line));
  std::string key(name(finding.kind));
  for (const std::string& line : lines) key += " " + line;
  return key;
}

DistinctFindings::Met DistinctFindings::meet(const RawFinding& finding) {
  if (!suppressions_.empty() && suppressions_.fit(finding.kind, places_of(finding))) {
    suppressed_.insert(key_of(finding));
    return Met::kSuppressed;
  }
  return met_.insert(key_of(finding)).second ? Met::kNew : Met::kKnown;
}

bool DistinctFindings::suppresses_race(Place earlier, Place later) {
  if (suppressions_.empty()) return false;
  const auto [entry, is_new] = races_.try_emplace({earlier, later}, false);
  if (is_new) {
    const RawFinding race{.kind = FindingKind::kDataRace, .message = "", .places = {earlier, later}, .address = 0};
    entry->second = suppressions_.fit(race.kind, places_of(race));
    if (entry->second) suppressed_.insert(key_of(race));
  }
  return entry->second;
}

}  // namespace lockstep::explorer
