#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <iterator>
#include <utility>

#include "cli/drawings.h"
#include "measure/extra_runs.h"
#include "plot/curve_svg.h"
#include "plot/table.h"
#include "plot/timeline_svg.h"
#include "plot/trace.h"
#include "text/plain_text.h"

namespace lockstep::cli {
namespace {

/// All that is known of one function.
struct ExtraRuns {
  plot::Curve curve;
  measure::Recordings recordings;
};

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

measure::Answer<std::vector<ExtraRuns>> extra_runs(const SpeedupCheck& settings, const measure::Conditions& conditions,
                                                   PlottedCores cores) {
  const auto measured =
      measure::LabPrograms::start(settings, {.submission = settings.program, .predictor = {}}, conditions);
  if (!measured) return tl::unexpected(measured.error());
  const auto functions = functions_of((*measured)->bench());
  if (!functions) return tl::unexpected(functions.error());
  const auto timings =
      measure::time_runs((*measured)->bench(), *functions, measure::workers_to_measure(cores.usable), settings);
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
      auto answer = measure::record_runs((*recorded)->bench(), (*functions)[i], cores.timeline_workers);
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
  return {std::move(sections), std::move(files)};
}

}  // namespace

measure::Answer<Drawings> draw_speedup(const std::string& lab, const SpeedupCheck& settings,
                                       const measure::Conditions& conditions, PlottedCores cores) {
  return extra_runs(settings, conditions, cores).map([&](const std::vector<ExtraRuns>& all) { return draw(lab, all); });
}

}  // namespace lockstep::cli
