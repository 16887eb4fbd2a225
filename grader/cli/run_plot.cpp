#include "cli/run_plot.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <iterator>
#include <map>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "checks/check.h"
#include "cli/chosen_labs.h"
#include "cli/grading.h"
#include "cli/kept_drawings.h"
#include "cli/path_from_here.h"
#include "cli/write_together.h"
#include "measure/extra_runs.h"
#include "measure/lab_programs.h"
#include "page/drawn.h"
#include "plot/curve_svg.h"
#include "plot/page.h"
#include "plot/table.h"
#include "plot/timeline_svg.h"
#include "plot/trace.h"
#include "text/plain_text.h"

namespace lockstep::cli {
namespace {

constexpr std::uint64_t kLongestAnswer = 256ULL << 20;  // a timeline may have hundreds of thousands of slices
constexpr double kLeastShown = 4;                       // workers of a timeline, so that there is something to see
constexpr double kMostShown = 16;                       // unless more are asked for

/// All that is known of one function.
struct ExtraRuns {
  plot::Curve curve;
  measure::Recordings recordings;
};

const Check* speedup_check(const Manifest& manifest) {
  const auto found = std::ranges::find_if(manifest.checks, checks::measures_time);
  return found == manifest.checks.end() ? nullptr : &*found;
}

tl::unexpected<Error> no_speedup_check(const CommandContext& here, const Manifest& manifest) {
  const auto labs = chosen_labs(here.kit.root, std::nullopt);
  if (!labs) return tl::unexpected(labs.error());
  std::vector<std::string> others;
  for (const Manifest& lab : *labs) {
    if (speedup_check(lab) != nullptr) others.push_back(lab.name);
  }
  return input_error(fmt::format("{} has no check of kind speedup, so there is nothing to plot; labs that have one: {}",
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

/// The functions of the submission, one at least; failure when a name is not one that could be shown.
measure::Answer<std::vector<std::string>> functions_of(const measure::Bench& bench) {
  auto functions = bench.submission.functions();
  if (!functions) return functions;
  if (functions->empty()) {
    return tl::unexpected(measure::ProgramFailure{FindingKind::kIntegrity, "names no function", {}, {}});
  }
  const auto is_odd = [](char c) { return c <= ' ' || c > '~'; };
  for (const std::string& function : *functions) {
    if (std::ranges::none_of(function, is_odd)) continue;
    return tl::unexpected(measure::ProgramFailure{FindingKind::kIntegrity, "names a function that no lab has", {}, {}});
  }
  return functions;
}

measure::Answer<std::vector<ExtraRuns>> extra_runs(const checks::Context& context, const CommandContext& here,
                                                   unsigned timeline_workers) {
  const auto& settings = std::get<SpeedupCheck>(context.check.settings);
  const measure::Conditions conditions{
      .programs = std::get<build::Programs>(context.built.at(build::Flavour::kRelease)),
      .limits = context.check.limits,
      .backend = context.backend,
      .stop = context.stop,
      .progress = [&](std::string_view what) {
        here.status.show(fmt::format("{}: {}", context.manifest.name, plain_line(what)));
      }};
  const auto measured =
      measure::LabPrograms::start(settings, {.submission = settings.program, .predictor = {}}, conditions);
  if (!measured) return tl::unexpected(measured.error());
  const auto functions = functions_of((*measured)->bench());
  if (!functions) return tl::unexpected(functions.error());
  const auto timings =
      measure::time_runs((*measured)->bench(), *functions, measure::workers_to_measure(here.cores), settings);
  if (!timings) return tl::unexpected(timings.error());

  std::vector<ExtraRuns> all;
  for (std::size_t i = 0; i < functions->size(); ++i) {
    measure::Recordings recordings{{}, {}, "The lab has no program that predicts."};
    if (settings.predicted) {
      // Each has its own: one that ends while it is recorded takes no other with it.
      const std::string& program = settings.predicted->program;
      const auto recorded =
          measure::LabPrograms::start(settings, {.submission = program, .predictor = program}, conditions);
      if (!recorded) return tl::unexpected(recorded.error());
      auto answer = measure::record_runs((*recorded)->bench(), (*functions)[i], timeline_workers);
      if (!answer) return tl::unexpected(answer.error());
      recordings = std::move(*answer);
    }
    const measure::Timings& timed = (*timings)[i];
    auto curve = plot::curve((*functions)[i], timed.measured, recordings.predictions);
    if (4 * timed.quiet < 3 * timed.rounds) curve.remark = "measured while the machine was busy";
    all.push_back({std::move(curve), std::move(recordings)});
  }
  return all;
}

std::string text_of(const ExtraRuns& runs) {
  std::string text = plot::table(runs.curve);
  const auto& [predictions, timeline, refused] = runs.recordings;
  if (!refused.empty()) {
    text += fmt::format("  {}: {}\n",
                        predictions.empty() ? "It cannot be predicted" : "It cannot be recorded with more workers",
                        plain_line(refused));
  }
  if (timeline) {
    text += fmt::format("  With {} workers: {}\n", timeline->workers, plain_line(timeline->explanation));
  }
  return text;
}

/// All that was drawn: the sections of a page, and the files by name, that page among them, ready to be written.
struct Drawings {
  std::vector<page::Drawn> sections;
  std::map<std::string, std::string> files;
};

Drawings draw(const std::string& lab, const std::vector<ExtraRuns>& all) {
  std::vector<plot::Curve> curves;
  std::ranges::transform(all, std::back_inserter(curves), &ExtraRuns::curve);
  const std::string curve_svg = plot::curve_svg(lab + ": speedup", curves);
  std::map<std::string, std::string> files{{lab + "-speedup.svg", curve_svg}};
  std::vector<page::Drawn> sections{{"Speedup", "", curve_svg}};
  for (const ExtraRuns& runs : all) {
    std::string& picture = sections.emplace_back(page::Drawn{runs.curve.function, text_of(runs), ""}).picture;
    if (!runs.recordings.timeline) continue;
    const measure::Prediction& timeline = *runs.recordings.timeline;
    const std::string& function = runs.curve.function;
    std::string word = function;
    std::ranges::replace_if(
        word, [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
    picture = plot::timeline_svg(fmt::format("{}: {} with {} workers", lab, function, timeline.workers), timeline);
    files[fmt::format("{}-timeline-{}.svg", lab, word)] = picture;
    files[fmt::format("{}-trace-{}.json", lab, word)] = plot::trace(fmt::format("{}: {}", lab, function), timeline);
  }
  files[lab + "-speedup.html"] = plot::page(lab + ": speedup", sections);
  return {std::move(sections), std::move(files)};
}

/// Says what the submission did instead; a machine error when it was not the submission.
Result<ExitStatus> blame(const measure::ProgramFailure& failure) {
  if (failure.owner != measure::Owner::kLearner) return machine_error(sentence(failure));
  fmt::print("{}\nNothing was written.\n", plain_text(sentence(failure)));
  return kPointsLost;
}

Result<ExitStatus> plot_built(const PlotOptions& options, const CommandContext& here, const Manifest& manifest,
                              const Check& check, const Grading& grading) {
  const checks::Context context{.manifest = manifest,
                                .check = check,
                                .built = grading.built(),
                                .backend = here.selection.backend,
                                .jobs = 1,
                                .stop = here.stop,
                                .progress = {}};
  const unsigned shown =
      options.workers.value_or(static_cast<unsigned>(std::clamp(here.cores, kLeastShown, kMostShown)));
  const auto all = extra_runs(context, here, shown);
  here.status.clear();
  if (here.stop.stop_requested()) return machine_error("stopped");
  if (!all) return blame(all.error());

  const auto [sections, files] = draw(manifest.name, *all);
  const auto dir = options.out.value_or(here.kit.build_dir / "plots" / manifest.name);
  if (auto written = write_together(dir, files); !written) return tl::unexpected(written.error());
  if (auto kept = keep_drawings(here.kit.build_dir, manifest.name, grading.submitted(), sections); !kept) {
    return tl::unexpected(kept.error());
  }
  for (const ExtraRuns& runs : *all) fmt::print("{}\n", text_of(runs));
  for (const auto& [name, text] : files) fmt::print("{}\n", path_from_here(dir / name).lexically_normal().string());
  return kNoPointLost;
}

}  // namespace

void declare(Arguments& arguments, PlotOptions& options) {
  arguments.positional("lab", options.lab, "The lab");
  arguments.option("--from", options.from, "Folder that holds the submission's files; default: the lab's own",
                   ExistingFolder{});
  arguments.flag("--solutions", options.solutions, "Plot the reference solution");
  arguments.option("--out", options.out, "Folder for the pictures; default: build/plots/NN-name");
  arguments.option("--workers", options.workers,
                   "Workers whose threads are shown over time; default: the usable cores, at least 4", Between{1, 48});
  arguments.help(R"(Draws the measured speedup, the one predicted for up to 64 cores, and Amdahl's law.
Writes the page NN-name-speedup.html, the picture NN-name-speedup.svg, and for each function a timeline
NN-name-timeline-FUNCTION.svg and the same as NN-name-trace-FUNCTION.json, which ui.perfetto.dev and chrome://tracing
open. Prints where they are. Writes all of them or, when it fails or is interrupted, none. The page of the next grading of the
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
  const Check* const of_manifest = speedup_check(manifest);
  if (of_manifest == nullptr) return no_speedup_check(here, manifest);
  Check check = *of_manifest;
  check.limits.output_bytes = kLongestAnswer;
  const auto submission = submission_of(options, here, manifest);
  if (!submission) return tl::unexpected(submission.error());
  const auto grading = Grading::prepare(here, manifest, *submission, {&check, 1});
  if (!grading) return tl::unexpected(grading.error());
  if (const auto* failure = std::get_if<build::BuildFailure>(&grading->built().at(build::Flavour::kRelease))) {
    fmt::print("It does not compile:\n{}\nNothing was written.\n", plain_text(failure->text));
    return kPointsLost;
  }
  return plot_built(options, here, manifest, check, *grading);
}

}  // namespace lockstep::cli
