#include <fmt/core.h>

#include "cli/drawings.h"
#include "measure/benchmarks.h"
#include "plot/comparison_svg.h"

namespace lockstep::cli {

measure::Answer<Drawings> draw_comparison(const std::string& lab, const Comparison& comparison,
                                          const measure::Conditions& conditions, PlottedCores cores) {
  const auto benchmarks = measure::run_benchmarks(comparison.program, conditions);
  if (!benchmarks) return tl::unexpected(benchmarks.error());
  const auto panels = plot::compared(comparison, *benchmarks);
  if (!panels) {
    return tl::unexpected(measure::ProgramFailure{
        .kind = {}, .what = panels.error().message, .owner = measure::Owner::kMachine, .function = {}});
  }
  std::string text;
  for (const plot::ComparedPanel& panel : *panels) text += plot::table(panel);
  text += fmt::format("Measured once, on {:.2g} cores; whatever else runs there changes the figures.\n", cores.usable);
  const std::string picture = plot::comparison_svg(lab + ": comparison", *panels);
  return Drawings{.sections = {{"Comparison", text, picture}}, .files = {{lab + "-comparison.svg", picture}}};
}

}  // namespace lockstep::cli
