#include "plot/timeline_svg.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <string>
#include <vector>

#include "plot/state_words.h"
#include "plot/svg.h"
#include "plot/visible.h"

namespace lockstep::plot {
namespace {

using measure::Prediction;
using measure::Slice;

constexpr std::size_t kMostRows = 52;
constexpr double kLeft = 84;
constexpr double kFirstRowTop = 46;
constexpr std::size_t kColumns = 656;  // one a unit of length
constexpr double kRowGap = 3;
constexpr std::array kAll{ThreadState::kRunning, ThreadState::kWaitingForLock, ThreadState::kWaitingForThread,
                          ThreadState::kWaitingForCore, ThreadState::kAsleep};
constexpr std::array<std::string_view, kAll.size()> kClasses{"run", "lock", "wait", "core", "sleep"};

// Each can be told from the others without its colour: full, striped, a line along the middle, dotted, empty.
constexpr std::string_view kTimelineStyle = R"(.run { fill: #0072b2 }
.lock { fill: url(#stripes) }
.wait { fill: url(#middle) }
.core { fill: url(#dots) }
.sleep { fill: #fff; stroke: #999; stroke-width: 0.5 }
.grid { stroke: #ddd }
)";

std::string patterns(double row) {
  return fmt::format(R"(<defs>
<pattern id="stripes" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform='rotate(45)'><rect width="5" height="5" fill="#fbd5c0"/><rect width="2.5" height="5" fill="#c8440a"/></pattern>
<pattern id="middle" width="1" height="1" patternContentUnits="objectBoundingBox"><rect width="1" height="1" fill="#f0f0f0"/><rect y="0.46" width="1" height="0.08" fill="#888"/></pattern>
<pattern id="dots" width="4" height="4" patternUnits="userSpaceOnUse"><rect width="4" height="4" fill="#fdf1c4"/><circle cx="2" cy="2" r="{}" fill="#a07800"/></pattern>
</defs>
)",
                     row > 12 ? 1.2 : 0.9);
}

std::string_view css_class(ThreadState state) { return kClasses[static_cast<std::size_t>(state)]; }

std::string filled(ThreadState state, double x, double y, double width, double height) {
  return svg::rectangle(x, y, width, height, fmt::format("class=\"{}\"", css_class(state)));
}

double end_of(const Prediction& prediction) {
  double end = prediction.makespan_s;
  for (const auto& slices : prediction.timeline) {
    for (const Slice& slice : slices) end = std::max(end, slice.end_s);
  }
  return end;
}

/// 1, 2 or 5 times a power of ten, so that there are at most eight steps.
double step_of(double whole) {
  const double least = whole / 8;
  const double ten = std::pow(10, std::floor(std::log10(least)));
  for (const double factor : {1.0, 2.0, 5.0}) {
    if (factor * ten >= least) return factor * ten;
  }
  return 10 * ten;
}

std::string time_axis(double end_s, unsigned cores, double bottom) {
  const double end_ms = 1000 * end_s;
  const double step = step_of(end_ms);
  std::string out;
  for (int i = 0; i * step <= end_ms; ++i) {
    const double x = kLeft + static_cast<double>(kColumns) * (i * step / end_ms);
    out += svg::line(x, kFirstRowTop, x, bottom + 4, "class=\"grid\"");
    out += svg::text(x, bottom + 17, "class=\"small\" text-anchor=\"middle\"", fmt::format("{:g}", i * step));
  }
  return out + svg::text(kLeft + static_cast<double>(kColumns) / 2, bottom + 34, "text-anchor=\"middle\"",
                         fmt::format("milliseconds, on {} core{}", cores, cores == 1 ? "" : "s"));
}

/// What is to be seen of each thread.
using Rows = std::vector<std::vector<Piece>>;

Rows visible_rows(const Prediction& prediction, double end_s) {
  Rows rows;
  for (const auto& slices : std::span(prediction.timeline).first(std::min(kMostRows, prediction.timeline.size()))) {
    rows.push_back(visible(slices, end_s, kColumns));
  }
  return rows;
}

std::string drawn(const Rows& rows, double height) {
  std::string out;
  double top = kFirstRowTop;
  for (std::size_t i = 0; i < rows.size(); ++i, top += height) {
    out += svg::text(kLeft - 8, top + height / 2 + 4, "class=\"small\" text-anchor=\"end\"", thread_name(i));
    for (const Piece& piece : rows[i]) {
      out += filled(piece.state, kLeft + static_cast<double>(piece.begin), top,
                    static_cast<double>(piece.end - piece.begin), height - kRowGap);
    }
  }
  return out;
}

/// What the fillings mean, of those that are to be seen.
std::string legend(const Rows& rows, double y) {
  std::string out;
  double x = kLeft;
  for (const ThreadState state : kAll) {
    const auto shows = [&](const auto& pieces) { return std::ranges::count(pieces, state, &Piece::state) > 0; };
    if (std::ranges::none_of(rows, shows)) continue;
    out += filled(state, x, y - 10, 26, 12) + svg::text(x + 32, y, "class=\"small\"", words(state));
    x += 138;
  }
  return out;
}

std::vector<std::string> remarks(const Prediction& prediction) {
  std::vector<std::string> lines = svg::wrapped(prediction.explanation, 112);
  if (prediction.timeline.size() > kMostRows) {
    lines.push_back(fmt::format("{} more threads are not shown.", prediction.timeline.size() - kMostRows));
  }
  return lines;
}

}  // namespace

std::string timeline_svg(std::string_view title, const Prediction& prediction) {
  const double end_s = end_of(prediction);
  const Rows rows = visible_rows(prediction, end_s);
  const double height = rows.size() <= 8 ? 22 : 14;
  const double bottom = kFirstRowTop + height * static_cast<double>(rows.size());
  std::string body =
      patterns(height) + time_axis(end_s, prediction.workers, bottom) + drawn(rows, height) + legend(rows, bottom + 58);
  double y = bottom + 84;
  for (const std::string& remark : remarks(prediction)) {
    body += svg::text(16, y, "", remark);
    y += 17;
  }
  return svg::document(y, title, kTimelineStyle, body);
}

}  // namespace lockstep::plot
