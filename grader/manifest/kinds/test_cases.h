#pragma once

#include <optional>
#include <string>
#include <vector>

namespace lockstep {

/// One GoogleTest case and what it is worth.
struct TestCase {
  std::string name;  ///< as GoogleTest prints it: "Suite.Case"
  int points = 0;
};

}  // namespace lockstep

namespace lockstep::manifest {

class TableReader;

/// For the kinds of check that run a program: its key `program`.
[[nodiscard]] std::string read_program(TableReader& check);

/// For the kinds of check that have cases: their table `cases`, whose points add up to the check's.
/// \param check_points  absent when they were a mistake
[[nodiscard]] std::vector<TestCase> read_cases(TableReader& check, std::optional<int> check_points);

}  // namespace lockstep::manifest
