#include "page/picture.h"

#include <fmt/core.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "page/lanes.h"
#include "page/markup.h"
#include "page/step_words.h"
#include "text/plain_text.h"

namespace lockstep::page {
namespace {

// All in pixels.
constexpr int kWidth = 760;
constexpr int kHead = 36;     // above the first row
constexpr int kLow = 28;      // a row without a place
constexpr int kHigh = 46;     // a row with one
constexpr int kGap = 24;      // steps that are left out
constexpr int kNumbers = 52;  // left of the first lane
constexpr int kLane = 52;     // a lane
constexpr int kDot = 11;      // half of a step's mark
constexpr int kLetter = 7;    // of the code, a little less than it is wide
constexpr int kBarPatterns = 4;
constexpr std::size_t kBarsBeside = 3;

constexpr std::string_view kStyle =
    R"(:root{color-scheme:light dark;--ground:#fff;--line:#d0d7de;--text:#1f2328;--quiet:#57606a;--bad:#a40e26;--bar0:#0550ae;--bar1:#953800;--bar2:#6639ba;--bar3:#0f6a5b}
@media(prefers-color-scheme:dark){:root{--ground:#0d1117;--line:#3d444d;--text:#e6edf3;--quiet:#9da7b1;--bad:#ff9a94;--bar0:#79c0ff;--bar1:#ffa657;--bar2:#d2a8ff;--bar3:#56d4bc}}
text{font:14px system-ui,sans-serif;fill:var(--text)}
.ground{fill:var(--ground);stroke:var(--line)}.rule{stroke:var(--line)}
.what,.head{font-weight:600}.number,.where,.gap{fill:var(--quiet)}.gap{font-style:italic}
.code{font:12px ui-monospace,Menlo,Consolas,monospace}.where{font-size:12px}
.life{stroke:var(--quiet);stroke-width:2;stroke-dasharray:2 3}
.bar{stroke-width:6}.p0{stroke:var(--bar0)}.p1{stroke:var(--bar1);stroke-dasharray:6 3}.p2{stroke:var(--bar2);stroke-dasharray:2 2}.p3{stroke:var(--bar3);stroke-dasharray:10 2 2 2}
.dot{fill:var(--ground);stroke:var(--text);stroke-width:2}.name{font-size:13px;text-anchor:middle}.waits{stroke-dasharray:3 2}
.decisive .dot{fill:var(--bad);stroke:var(--bad)}.decisive .name{fill:var(--ground);font-weight:600}.mark{fill:var(--bad)}
)";

/// Where a row lies.
struct Row {
  int gap = 0;  ///< the height of what is left out above it
  int top = 0;  ///< below the gap
  int height = 0;
  [[nodiscard]] int middle() const { return top + kLow / 2; }
  [[nodiscard]] int bottom() const { return top + height; }
};

std::vector<Row> rows_of(std::span<const TraceStep> steps) {
  std::vector<Row> rows;
  rows.reserve(steps.size());
  int at = kHead;
  for (const TraceStep& step : steps) {
    Row row{.gap = step.left_out > 0 ? kGap : 0, .height = step.file.empty() ? kLow : kHigh};
    row.top = at + row.gap;
    at = row.bottom();
    rows.push_back(row);
  }
  return rows;
}

int lane_middle(std::size_t thread) { return kNumbers + static_cast<int>(thread) * kLane + kLane / 3; }

std::string line(std::string_view classes, int x, int from, int to) {
  return fmt::format("<line class=\"{}\" x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"/>\n", classes, x, from, x, to);
}

std::string life(const Lanes& lanes, std::span<const Row> rows, std::size_t thread) {
  std::size_t first = 0;
  while (first < rows.size() && !lanes.rows[first][thread].alive) ++first;
  std::size_t last = first;
  while (last < rows.size() && lanes.rows[last][thread].alive) ++last;
  if (first == last) return {};
  const bool goes_on = last == rows.size();
  return line("life", lane_middle(thread), rows[first].middle(),
              goes_on ? rows.back().bottom() : rows[last - 1].middle());
}

/// The bars that begin in a row, each down to where the lock is given back.
std::string bars(const Lanes& lanes, std::span<const Row> rows, std::size_t row, std::size_t thread) {
  std::string svg;
  for (const Hold& hold : lanes.rows[row][thread].holds) {
    if (!hold.begins) continue;
    std::size_t last = row;
    const auto goes_on = [&](std::size_t next) {
      const auto& holds = lanes.rows[next][thread].holds;
      return std::any_of(holds.begin(), holds.end(), [&](const Hold& h) { return h.lock == hold.lock && !h.begins; });
    };
    while (last + 1 < rows.size() && goes_on(last + 1)) ++last;
    const int x = lane_middle(thread) + kDot + 6 + 9 * static_cast<int>(std::min(hold.slot, kBarsBeside - 1));
    svg += line(fmt::format("bar p{}", hold.lock % kBarPatterns), x, rows[row].top + 6,
                rows[last].bottom() - (last + 1 == rows.size() ? 0 : 4));
  }
  return svg;
}

std::string text(std::string_view classes, int x, int y, std::string_view words) {
  return fmt::format("<text class=\"{}\" x=\"{}\" y=\"{}\">{}</text>\n", classes, x, y, line_markup(words));
}

std::string step_svg(const TraceStep& step, const Row& row, std::size_t thread, int words) {
  const int middle = row.middle();
  const int x = lane_middle(thread);
  std::string svg = step.decisive ? "<g class=\"decisive\">\n" : "<g>\n";
  if (step.decisive)
    svg += fmt::format("<rect class=\"mark\" x=\"1\" y=\"{}\" width=\"4\" height=\"{}\"/>\n", row.top, row.height);
  svg += text("number", 14, middle + 5, row_label(step));
  svg += fmt::format("<rect class=\"dot{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\"/>\n",
                     step.waits ? " waits" : "", x - kDot, middle - kDot, 2 * kDot, 2 * kDot, step.decisive ? 3 : kDot);
  svg += text("name", x, middle + 5, step.thread);
  svg += text("what", words, middle + 5, deed(step) + (step.decisive ? " ◄" : ""));
  if (const std::string where = place(step); !where.empty()) {
    const auto room = static_cast<std::size_t>(std::max(20, (kWidth - words) / kLetter - 2));
    svg += fmt::format("<text class=\"where\" x=\"{}\" y=\"{}\">{} <tspan class=\"code\">{}</tspan></text>\n", words,
                       middle + 23, line_markup(where),
                       line_markup(shortened(step.code, room - std::min(room - 8, where.size()))));
  }
  return svg + "</g>\n";
}

/// Which bar is which lock.
std::string legend(const Lanes& lanes, int y) {
  std::string svg;
  int x = 14;
  for (std::size_t lock = 0; lock < lanes.locks.size(); ++lock) {
    const std::string words = "holds " + lanes.locks[lock];
    svg += line(fmt::format("bar p{}", lock % kBarPatterns), x + 3, y - 12, y + 4);
    svg += text("where", x + 14, y, words);
    x += 40 + kLetter * static_cast<int>(words.size());
  }
  return svg;
}

}  // namespace

std::string picture(std::string_view of, std::span<const TraceStep> given) {
  if (given.empty()) return {};
  const std::vector<TraceStep> steps = clipped(given);
  const Lanes drawn = lanes(steps);
  const std::vector<Row> rows = rows_of(steps);
  const int words = kNumbers + static_cast<int>(drawn.threads.size()) * kLane + 4;
  std::string svg = text("head number", 14, 23, "#");
  for (std::size_t thread = 0; thread < drawn.threads.size(); ++thread) {
    svg += text("head name", lane_middle(thread), 23, drawn.threads[thread]);
    svg += life(drawn, rows, thread);
    for (std::size_t row = 0; row < rows.size(); ++row) svg += bars(drawn, rows, row, thread);
  }
  svg += text("head", words, 23, "what the thread does");
  for (std::size_t row = 0; row < rows.size(); ++row) {
    if (rows[row].gap > 0) {
      svg += text("gap", words, rows[row].top - 8, fmt::format("{} steps left out", steps[row].left_out));
    }
    svg += step_svg(steps[row], rows[row], drawn.thread_of[row], words);
  }
  const int end = rows.back().bottom() + 6;
  const int height = drawn.locks.empty() ? end : end + 30;
  if (!drawn.locks.empty()) svg += legend(drawn, end + 19);
  return fmt::format(
      R"(<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="{1}" viewBox="0 0 {0} {1}" role="img" aria-label="Interleaving: {2}">
<style>
{3}</style>
<rect class="ground" x=".5" y=".5" width="{4}" height="{5}" rx="6"/>
<path class="rule" d="M1 {6}H{4}"/>
{7}</svg>
)",
      kWidth, height, line_markup(of), kStyle, kWidth - 1, height - 1, kHead - 1, svg);
}

}  // namespace lockstep::page
