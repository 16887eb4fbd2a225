#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "cli/arguments.h"
#include "cli/command_context.h"
#include "manifest/manifest.h"
#include "result/result.h"

namespace lockstep::cli {

/// `./lab plot`
struct PlotOptions {
  std::string lab;
  std::optional<std::filesystem::path> from;  ///< the submission's folder; default: the lab's own
  bool solutions = false;                     ///< plot the reference solution
  std::optional<std::filesystem::path> out;   ///< folder for the pictures; default: build/plots/NN-name
  std::optional<unsigned> workers;            ///< of the timeline, 1 to 48; default: the usable cores, at least 4
};

void declare(Arguments& arguments, PlotOptions& options);

/// Whether `./lab plot` has something to draw of the lab: a speedup check, a comparison, or both.
[[nodiscard]] bool has_plot(const Manifest& manifest);

/// Measures and predicts a lab's speedup, measures what it compares, and writes pictures and traces.
/// \return the exit status, or the error that kept it from its work.
[[nodiscard]] Result<ExitStatus> run(const PlotOptions& options, const CommandContext& here);

}  // namespace lockstep::cli
