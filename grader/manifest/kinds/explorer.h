#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "manifest/kinds/test_cases.h"

namespace lockstep::manifest {
class TableReader;
}  // namespace lockstep::manifest

namespace lockstep {

/// Explores the cases of a program schedule by schedule.
struct ExplorerCheck {
  static constexpr std::string_view kKind = "explorer";
  static constexpr bool kMayBeHidden = true;

  std::string program;
  std::vector<TestCase> cases;
  std::uint64_t schedules = 10'000;  ///< budget of each case that has none of its own
  std::map<std::string, std::uint64_t> budgets{};
  std::chrono::milliseconds time{300'000};  ///< CPU time after which a case is not judged, though schedules are left
  bool deterministic = false;               ///< a case that does something else when a schedule is run again fails
  /// Nothing is judged where the cases' schedules leave lines of a file of the submission that they ran others of.
  bool every_line = false;

  /// The most schedules that a case runs.
  [[nodiscard]] std::uint64_t budget_of(const std::string& case_name) const;

  [[nodiscard]] static ExplorerCheck read(manifest::TableReader& check, std::optional<int> points);
};

}  // namespace lockstep
