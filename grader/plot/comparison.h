#pragma once

#include <span>
#include <string>
#include <vector>

#include "manifest/comparison.h"
#include "measure/benchmarks.h"
#include "result/result.h"

namespace lockstep::plot {

/// One of the ways that are compared.
struct Compared {
  std::string name;  ///< its first characters, as many as a picture has room for
  double least = 0;  ///< 0 where the panel shows how much, not a range
  double most = 0;
};

/// What is compared, of each way that has it.
struct ComparedPanel {
  std::string title;
  bool ranges = false;  ///< from `least` to `most`
  std::vector<Compared> ways;
};

/// What a lab's comparison shows of what was measured, the panels and the ways in their order.
/// \return an input error when a panel has no way: no benchmark has all of its counters
[[nodiscard]] Result<std::vector<ComparedPanel>> compared(const Comparison& comparison,
                                                          std::span<const measure::Benchmark> benchmarks);

/// "12 345", or "9 876 to 12 345".
[[nodiscard]] std::string figures(const ComparedPanel& panel, const Compared& way);

/// The figures for a terminal, a line for each way.
[[nodiscard]] std::string table(const ComparedPanel& panel);

}  // namespace lockstep::plot
