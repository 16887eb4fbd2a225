#include "cli/explored_page.h"

#include <fmt/core.h>

#include "cli/explored_text.h"
#include "lockstep/finding_kind.h"
#include "page/frame.h"
#include "page/interleaving.h"
#include "page/markup.h"
#include "report/findings.h"
#include "report/what_to_read.h"

namespace lockstep::cli {
namespace {

using page::line_markup;
using page::markup;

std::string title_of(const ExploredFinding& found) {
  const auto kind = finding_kind(found.kind);
  return kind ? std::string(report::title(*kind)) : found.kind;
}

std::string finding_page(const ExploredFinding& found, std::string_view replay) {
  const std::string title = title_of(found);
  const auto kind = finding_kind(found.kind);
  const std::string read = kind ? report::pages_about(*kind, found.steps) : "";
  std::string html = fmt::format("<p class=\"points fail\">{} in {}</p>\n<pre>{}</pre>\n", line_markup(title),
                                 schedule_text(found.schedule, found.reduction), markup(found.message));
  html += page::interleaving(title, found.steps);
  if (found.steps.empty() && !found.trace.empty()) html += fmt::format("<pre>{}</pre>\n", markup(found.trace));
  if (!read.empty()) html += fmt::format("<p>Read: <code>{}</code></p>\n", read);
  return html + fmt::format("<p>See every step:</p>\n<pre>{}</pre>\n", line_markup(replay));
}

}  // namespace

std::string explored_page(const ExploredReport& report, std::string_view program, std::string_view replay) {
  std::string body = fmt::format("<h1>{}</h1>\n", line_markup(program));
  if (report.finding) {
    body += finding_page(*report.finding, replay);
  } else {
    body += fmt::format("<p class=\"points pass\">Nothing was found in {}.</p>\n", line_markup(report.guarantee));
  }
  for (const std::string& note : report.notes) body += fmt::format("<p>Note: {}</p>\n", markup(note));
  if (report.finding && !report.output.empty()) {
    body += fmt::format("<h2>It printed</h2>\n<pre>{}</pre>\n", markup(report.output));
  }
  return page::frame(fmt::format("{}: {}", program, report.finding ? title_of(*report.finding) : "nothing was found"),
                     body);
}

}  // namespace lockstep::cli
