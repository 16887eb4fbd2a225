#include "cli/run_plot.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "checks/check.h"
#include "cli/chosen_labs.h"
#include "cli/drawings.h"
#include "cli/grading.h"
#include "cli/kept_drawings.h"
#include "cli/path_from_here.h"
#include "cli/write_together.h"
#include "plot/page.h"
#include "text/plain_text.h"

namespace lockstep::cli {
namespace {

constexpr std::uint64_t kLongestAnswer = 256ULL << 20;  // a timeline may have hundreds of thousands of slices
constexpr double kLeastShown = 4;                       // workers of a timeline, so that there is something to see
constexpr double kMostShown = 16;                       // unless more are asked for

/// The check that measures a speedup; null: the lab has none.
const Check* speedup_check(const Manifest& manifest) {
  const auto found = std::ranges::find_if(manifest.checks, checks::measures_time);
  return found == manifest.checks.end() ? nullptr : &*found;
}

tl::unexpected<Error> nothing_to_plot(const CommandContext& here, const Manifest& manifest) {
  const auto labs = chosen_labs(here.kit.root, std::nullopt);
  if (!labs) return tl::unexpected(labs.error());
  std::vector<std::string> others;
  for (const Manifest& lab : *labs) {
    if (has_plot(lab)) others.push_back(lab.name);
  }
  return input_error(
      fmt::format("{} has no check of kind speedup, no comparison and no pictures, so there is nothing to plot; labs "
                  "that have some: {}",
                  manifest.name, others.empty() ? "none" : fmt::format("{}", fmt::join(others, ", "))));
}

Result<build::Submission> submission_of(const PlotOptions& options, const CommandContext& here,
                                        const Manifest& manifest) {
  if (options.solutions) return build::Submission{{here.kit.root / "solutions" / manifest.name}};
  if (options.from && here.selection.backend == process::SandboxBackend::kNone) {
    return machine_error("no sandbox works here, so code from --from is not run; ./lab doctor says how to fix it");
  }
  return build::Submission{{options.from.value_or(manifest.dir)}};
}

build::Wanted wanted_for(const Manifest& manifest, const Check* speedup) {
  build::Wanted wanted;
  if (speedup != nullptr) wanted = wanted_by(manifest, {speedup, 1});
  wanted.flavours.insert(build::Flavour::kRelease);
  if (manifest.comparison) wanted.programs[build::Flavour::kRelease].insert(manifest.comparison->program);
  if (manifest.pictures) wanted.programs[build::Flavour::kRelease].insert(manifest.pictures->program);
  return wanted;
}

measure::Answer<Drawings> draw_all(const Manifest& manifest, const Check* speedup, measure::Conditions conditions,
                                   PlottedCores cores) {
  Drawings all;
  const auto add = [&](measure::Answer<Drawings> drawn) -> measure::Answer<void> {
    if (!drawn) return tl::unexpected(std::move(drawn.error()));
    std::ranges::move(drawn->sections, std::back_inserter(all.sections));
    all.files.merge(drawn->files);
    return {};
  };
  measure::Answer<void> added;
  if (speedup != nullptr) {
    conditions.limits = speedup->limits;
    conditions.limits.output_bytes = kLongestAnswer;
    added = add(draw_speedup(manifest.name, std::get<SpeedupCheck>(speedup->settings), conditions, cores));
  }
  conditions.limits = {};
  if (added && manifest.pictures) added = add(draw_pictures(manifest.name, *manifest.pictures, conditions));
  if (added && manifest.comparison) {
    added = add(draw_comparison(manifest.name, *manifest.comparison, conditions, cores));
  }
  if (!added) return tl::unexpected(std::move(added.error()));
  return all;
}

/// Says what the submission did instead; a machine error when it was not the submission.
Result<ExitStatus> blame(const measure::ProgramFailure& failure) {
  if (failure.owner != measure::Owner::kLearner) return machine_error(sentence(failure));
  fmt::print("{}\nNothing was written.\n", plain_text(sentence(failure)));
  return kPointsLost;
}

Result<ExitStatus> plot_built(const PlotOptions& options, const CommandContext& here, const Manifest& manifest,
                              const Check* speedup, const Grading& grading) {
  const measure::Conditions conditions{
      .programs = std::get<build::Programs>(grading.built().at(build::Flavour::kRelease)),
      .limits = {},
      .backend = here.selection.backend,
      .stop = here.stop,
      .progress = [&](std::string_view what) {
        here.status.show(fmt::format("{}: {}", manifest.name, plain_line(what)));
      }};
  const unsigned shown =
      options.workers.value_or(static_cast<unsigned>(std::clamp(here.cores, kLeastShown, kMostShown)));
  auto drawn = draw_all(manifest, speedup, conditions, {.usable = here.cores, .timeline_workers = shown});
  here.status.clear();
  if (here.stop.stop_requested()) return machine_error("stopped");
  if (!drawn) return blame(drawn.error());

  auto& [sections, files] = *drawn;
  files[manifest.name + "-plot.html"] = plot::page(manifest.name, sections);
  const auto dir = options.out.value_or(here.kit.build_dir / "plots" / manifest.name);
  if (auto written = write_together(dir, files); !written) return tl::unexpected(written.error());
  if (auto kept = keep_drawings(here.kit.build_dir, manifest.name, grading.submitted(), sections); !kept) {
    return tl::unexpected(kept.error());
  }
  for (const page::Drawn& section : sections) {
    if (!section.text.empty()) fmt::print("{}\n", section.text);
  }
  for (const auto& [name, text] : files) fmt::print("{}\n", path_from_here(dir / name).lexically_normal().string());
  return kNoPointLost;
}

}  // namespace

bool has_plot(const Manifest& manifest) {
  return speedup_check(manifest) != nullptr || manifest.comparison || manifest.pictures;
}

void declare(Arguments& arguments, PlotOptions& options) {
  arguments.positional("lab", options.lab, "The lab");
  arguments.option("--from", options.from, "Folder that holds the submission's files; default: the lab's own",
                   ExistingFolder{});
  arguments.flag("--solutions", options.solutions, "Plot the reference solution");
  arguments.option("--out", options.out, "Folder for the pictures; default: build/plots/NN-name");
  arguments.option("--workers", options.workers,
                   "Workers whose threads are shown over time; default: the usable cores, at least 4", Between{1, 48});
  arguments.help(
      R"(Draws the measured speedup, the one predicted for up to 64 cores, and Amdahl's law; what a lab's program draws with your
files; and, where a lab compares several ways to do the same, what its benchmark measured of each. Writes the page
NN-name-plot.html. Of a speedup: the picture NN-name-speedup.svg, and for each function a timeline
NN-name-timeline-FUNCTION.svg and the same as NN-name-trace-FUNCTION.json, which ui.perfetto.dev and chrome://tracing
open. Of a lab's pictures: a file each, NN-name-PICTURE.png or .svg. Of a comparison: NN-name-comparison.svg. Prints where they are. Writes all of them or, when it fails or is interrupted, none. The page of the next grading of the
same files shows the pictures too.

Exit status: 0 the files were written; 1 the submission failed; 2 wrong usage; 3 the kit or the machine failed.)");
  arguments.example("./lab plot 01 --workers 8 --out pictures");
  arguments.refuse([&options]() -> std::string {
    return options.solutions && options.from ? "--from and --solutions exclude each other" : "";
  });
}

Result<ExitStatus> run(const PlotOptions& options, const CommandContext& here) {
  const auto labs = chosen_labs(here.kit.root, options.lab);
  if (!labs) return tl::unexpected(labs.error());
  const Manifest& manifest = labs->front();
  if (!has_plot(manifest)) return nothing_to_plot(here, manifest);
  const Check* const speedup = speedup_check(manifest);
  const auto submission = submission_of(options, here, manifest);
  if (!submission) return tl::unexpected(submission.error());
  const auto grading = Grading::prepare(here, manifest, *submission, wanted_for(manifest, speedup));
  if (!grading) return tl::unexpected(grading.error());
  if (const auto* failure = std::get_if<build::BuildFailure>(&grading->built().at(build::Flavour::kRelease))) {
    fmt::print("It does not compile:\n{}\nNothing was written.\n", plain_text(failure->text));
    return kPointsLost;
  }
  return plot_built(options, here, manifest, speedup, *grading);
}

}  // namespace lockstep::cli
