#pragma once

#include <string>
#include <vector>

namespace lockstep::manifest {
class TableReader;
}  // namespace lockstep::manifest

namespace lockstep {

/// What is shown of each benchmark that has these counters.
struct ComparedCounters {
  std::string title;                  ///< what the figures are, with their unit: "Meals a second, of all together"
  std::vector<std::string> counters;  ///< one: how much; two: from how much to how much
};

/// A benchmark of the lab's that compares ways to do the same. `./lab plot` runs and draws it; no points depend on it.
struct Comparison {
  std::string program;                   ///< a CMake target of the lab: lockstep_program(... BENCHMARK)
  std::vector<ComparedCounters> panels;  ///< at least one

  /// Reads the table [comparison] of a `lab.toml`.
  [[nodiscard]] static Comparison read(manifest::TableReader& reader);
};

}  // namespace lockstep
