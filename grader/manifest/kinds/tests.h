#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "manifest/kinds/test_cases.h"

namespace lockstep::manifest {
class TableReader;
}  // namespace lockstep::manifest

namespace lockstep {

/// Runs `cases` of `program`, each in a process of its own.
struct TestsCheck {
  static constexpr std::string_view kKind = "tests";
  static constexpr bool kMayBeHidden = true;

  std::string program;          ///< a CMake target of the lab
  std::vector<TestCase> cases;  ///< exactly those that the program has; their points add up to the check's

  [[nodiscard]] static TestsCheck read(manifest::TableReader& check, std::optional<int> points);
};

}  // namespace lockstep
