#pragma once

#include <charconv>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lockstep/coverage.h"

namespace lockstep {

/// A coverage as the harness sends it to the grader: keys and values, one record each. The keys are
/// always the same, so that a later coverage of a case replaces an earlier one whole.
[[nodiscard]] inline std::vector<std::pair<std::string, std::string>> coverage_fields(const Coverage& coverage) {
  const Coverage::Bounds& bounds = coverage.bounds;
  return {{"coverage_end", std::string(name(coverage.end))},
          {"coverage_schedules", std::to_string(coverage.schedules)},
          {"coverage_cut", std::to_string(coverage.cut)},
          {"coverage_out_of_time", coverage.out_of_time ? "1" : "0"},
          {"coverage_spurious_events", std::to_string(bounds.spurious_events)},
          {"coverage_steps", std::to_string(bounds.steps)},
          {"coverage_fair", bounds.fair ? "1" : "0"},
          {"coverage_time_exact", bounds.time_exact ? "1" : "0"},
          {"coverage_preemptions", bounds.preemptions ? std::to_string(*bounds.preemptions) : ""},
          {"coverage_stale_reads", bounds.stale_reads ? std::to_string(*bounds.stale_reads) : ""},
          {"coverage_pairs", std::to_string(coverage.scenarios.pairs)},
          {"coverage_random", std::to_string(coverage.scenarios.random)},
          {"coverage_complete", std::to_string(coverage.scenarios.complete)},
          {"coverage_all_pairs", coverage.scenarios.all_pairs ? "1" : "0"}};
}

/// Sets what one of `coverage_fields` says. \return false for another key, or a value that makes no sense
inline bool set_coverage_field(std::string_view key, std::string_view value, Coverage& coverage) {
  Coverage::Bounds& bounds = coverage.bounds;
  const auto number = [&](auto& into) {
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), into);
    return error == std::errc{} && end == value.data() + value.size();
  };
  const auto flag = [&](bool& into) {
    into = value == "1";
    return into || value == "0";
  };
  if (key == "coverage_end") {
    const auto end = coverage_end(value);
    coverage.end = end.value_or(Coverage::End::kTruncated);
    return end.has_value();
  }
  if (key == "coverage_schedules") return number(coverage.schedules);
  if (key == "coverage_cut") return number(coverage.cut);
  if (key == "coverage_out_of_time") return flag(coverage.out_of_time);
  if (key == "coverage_spurious_events") return number(bounds.spurious_events);
  if (key == "coverage_steps") return number(bounds.steps);
  if (key == "coverage_fair") return flag(bounds.fair);
  if (key == "coverage_time_exact") return flag(bounds.time_exact);
  if (key == "coverage_pairs") return number(coverage.scenarios.pairs);
  if (key == "coverage_random") return number(coverage.scenarios.random);
  if (key == "coverage_complete") return number(coverage.scenarios.complete);
  if (key == "coverage_all_pairs") return flag(coverage.scenarios.all_pairs);
  if (key == "coverage_stale_reads") {
    bounds.stale_reads.reset();
    return value.empty() || number(bounds.stale_reads.emplace());
  }
  if (key == "coverage_preemptions") {
    bounds.preemptions.reset();
    return value.empty() || number(bounds.preemptions.emplace());
  }
  return false;
}

}  // namespace lockstep
