#include "page/interleaving.h"

#include <fmt/core.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "page/lanes.h"
#include "page/markup.h"
#include "page/step_words.h"

namespace lockstep::page {
namespace {

constexpr std::size_t kPatterns = 4;  ///< of bars
constexpr std::size_t kSlots = 3;     ///< bars of a column that stand beside each other; more lie upon the last
constexpr std::size_t kMostNamed = 8;

/// The whole step in words, for the line below the diagram, which screen readers speak.
std::string in_words(const TraceStep& step) {
  std::string text = step.number > 0 ? fmt::format("Step {}: ", step.number) : step.waits ? "In the end: " : "Then: ";
  text += fmt::format("thread {}, {}", step.thread, deed(step));
  if (const auto where = place(step); !where.empty()) text += ", at " + where;
  text += '.';
  if (step.decisive) text += step.why.empty() ? " Decisive." : " Decisive: " + step.why + ".";
  std::string held;
  for (std::size_t i = 0; i < std::min(step.held_then.size(), kMostNamed); ++i) {
    held += fmt::format("{}{} by {}", held.empty() ? "" : ", ", step.held_then[i].lock, step.held_then[i].thread);
  }
  if (step.held_then.size() > kMostNamed) held += ", ...";
  return held.empty() ? text : text + " Held: " + held + ".";
}

std::string bar(const Hold& hold, const Lanes& lanes) {
  return fmt::format("<i class=\"bar p{} s{}{}{}\" title=\"{}\"></i>", hold.lock % kPatterns,
                     std::min(hold.slot, kSlots - 1), hold.begins ? " begins" : "", hold.ends ? " ends" : "",
                     line_markup(lanes.locks[hold.lock]));
}

/// \param acting  the thread, where the row is its step
std::string cell_html(const Cell& cell, std::string_view acting, const Lanes& lanes) {
  std::string html = "<td class=\"lane\">";
  if (cell.alive) html += "<i class=\"life\"></i>";
  for (const Hold& hold : cell.holds) html += bar(hold, lanes);
  if (!acting.empty()) html += fmt::format("<b class=\"dot\">{}</b>", line_markup(acting));
  return html + "</td>";
}

/// Over steps that are left out: what goes on there is drawn.
std::string gap_html(std::size_t row, std::uint64_t left_out, const Lanes& lanes) {
  std::string html = "<tr class=\"gap\"><td></td>";
  for (std::size_t thread = 0; thread < lanes.threads.size(); ++thread) {
    Cell through;
    if (row > 0) {
      const Cell& before = lanes.rows[row - 1][thread];
      const Cell& after = lanes.rows[row][thread];
      through.alive = before.alive && after.alive;
      std::copy_if(after.holds.begin(), after.holds.end(), std::back_inserter(through.holds),
                   [](const Hold& hold) { return !hold.begins; });
      for (Hold& hold : through.holds) hold.ends = false;
    }
    html += cell_html(through, "", lanes);
  }
  return html +
         fmt::format("<td class=\"deed\">{} {} left out</td></tr>\n", left_out, left_out == 1 ? "step" : "steps");
}

std::string row_html(std::size_t row, const TraceStep& step, const Lanes& lanes) {
  std::string html = step.left_out > 0 ? gap_html(row, step.left_out, lanes) : "";
  html +=
      fmt::format("<tr class=\"step{}{}\" data-say=\"{}\"><th scope=\"row\">{}</th>", step.decisive ? " decisive" : "",
                  step.waits ? " waits" : "", line_markup(in_words(step)), row_label(step));
  for (std::size_t thread = 0; thread < lanes.threads.size(); ++thread) {
    html += cell_html(lanes.rows[row][thread], lanes.thread_of[row] == thread ? step.thread : "", lanes);
  }
  html += fmt::format("<td class=\"deed\"><span class=\"what\">{}</span>", line_markup(deed(step)));
  if (step.decisive) html += " <span class=\"tag\">decisive</span>";
  if (const auto where = place(step); !where.empty()) {
    html += fmt::format("<span class=\"where\">{} <code>{}</code></span>", line_markup(where), line_markup(step.code));
  }
  if (!step.why.empty()) html += fmt::format("<span class=\"where\">{}</span>", line_markup(step.why));
  return html + "</td></tr>\n";
}

std::string head_html(const Lanes& lanes) {
  std::string html = "<thead><tr><th scope=\"col\"><abbr title=\"step\">#</abbr></th>";
  for (const std::string& thread : lanes.threads) {
    html += fmt::format("<th scope=\"col\"><abbr title=\"thread {0}\">{0}</abbr></th>", line_markup(thread));
  }
  return html + "<th scope=\"col\" class=\"deed\">what the thread does</th></tr></thead>\n";
}

/// Which bar is which lock.
std::string legend_html(const Lanes& lanes) {
  if (lanes.locks.empty()) return {};
  std::string html = "<ul class=\"legend\">\n";
  for (std::size_t lock = 0; lock < std::min(lanes.locks.size(), 2 * kMostNamed); ++lock) {
    html +=
        fmt::format("<li><i class=\"bar p{}\"></i> holds {}</li>\n", lock % kPatterns, line_markup(lanes.locks[lock]));
  }
  return html + "</ul>\n";
}

}  // namespace

std::string interleaving(std::string_view of, std::span<const TraceStep> given) {
  if (given.empty()) return {};
  const std::vector<TraceStep> steps = clipped(given);
  const Lanes drawn = lanes(steps);
  std::string rows;
  for (std::size_t row = 0; row < steps.size(); ++row) rows += row_html(row, steps[row], drawn);
  // The script shows the buttons and fills the line in which the current step is told.
  return fmt::format(R"(<div class="interleaving">
<div class="stepping" hidden>
<button type="button" data-go="first">First</button>
<button type="button" data-go="back">Back</button>
<button type="button" data-go="next">Next</button>
<button type="button" data-go="last">Last</button>
<p class="now" aria-live="polite"></p>
</div>
<div class="scroll" tabindex="0" role="group" aria-label="Interleaving: {0}">
<table>
<caption>Interleaving: {0}</caption>
{1}<tbody>
{2}</tbody>
</table>
</div>
{3}</div>
)",
                     line_markup(of), head_html(drawn), rows, legend_html(drawn));
}

}  // namespace lockstep::page
