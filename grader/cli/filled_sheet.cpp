#include "cli/filled_sheet.h"

#include <fmt/core.h>

#include "os/file.h"
#include "sheet/fill.h"
#include "text/console_text.h"
#include "text/plain_text.h"

namespace lockstep::cli {
namespace {

sheet::Assignment assignment_of(const book::Book& book, std::size_t lab, const SheetRequest& request) {
  const book::Lab& chosen = book.labs[lab];
  sheet::Assignment assignment{.lab = chosen.name, .column = request.column, .worth = chosen.worth, .points = {}};
  const auto* rules = course::find_lab(book.course, chosen.name);
  if (assignment.column.empty() && rules != nullptr) assignment.column = rules->column;
  for (const book::Learner& learner : book.learners) {
    assignment.points.emplace(learner.name, learner.works[lab].mark.points);
  }
  return assignment;
}

/// Of one lab that was asked for, it; of several, those whose columns the course file names.
Result<std::vector<sheet::Assignment>> assignments_of(const book::Book& book, const SheetRequest& request) {
  std::vector<sheet::Assignment> assignments;
  for (std::size_t lab = 0; lab < book.labs.size(); ++lab) {
    sheet::Assignment assignment = assignment_of(book, lab, request);
    if (book.labs.size() == 1 || !assignment.column.empty()) assignments.push_back(std::move(assignment));
  }
  const bool fits = assignments.size() == 1 || (assignments.size() > 1 && request.platform == Platform::kCanvas);
  if (fits && (request.column.empty() || assignments.size() == 1)) return assignments;
  if (book.labs.empty()) return input_error("there is no submission to fill a sheet with");
  return input_error(
      request.platform == Platform::kMoodle
          ? "a worksheet of Moodle's is of one assignment, and there are several labs; say which: --lab 03"
          : "there are several labs; say which one, and its column: --lab 03 --column \"Locks (4711)\". Or give each "
            "lab "
            "its column in the course file");
}

std::string list_text(std::string_view what, const std::vector<std::string>& names) {
  if (names.empty()) return {};
  std::string text = fmt::format("  {} ({}):\n", what, names.size());
  for (const std::string& name : names) text += "    " + console_text(plain_line(name)) + "\n";
  return text;
}

std::string told(const sheet::Assignment& assignment, const sheet::Filled& filled) {
  std::string text = fmt::format("{}: {} {}", assignment.lab, filled.filled, filled.filled == 1 ? "mark" : "marks");
  if (filled.replaced > 0) text += fmt::format(", {} of them in place of another", filled.replaced);
  text += "\n" + list_text("not filled", filled.left_alone) +
          list_text("in the gradebook with a mark, and not in the sheet", filled.only_in_book) +
          list_text("in the sheet, and not in the gradebook", filled.only_in_sheet);
  return text;
}

}  // namespace

Result<std::string> fill_sheet(const book::Book& book, const SheetRequest& request) {
  auto text = os::read_file(request.sheet);
  if (!text) return tl::unexpected(text.error());
  const auto assignments = assignments_of(book, request);
  if (!assignments) return tl::unexpected(assignments.error());
  std::string said;
  const std::string file = request.sheet.string();
  for (const sheet::Assignment& assignment : *assignments) {
    const sheet::Sheet sheet{.text = *text, .file = file, .key = request.key};
    auto filled = request.platform == Platform::kCanvas ? sheet::fill_canvas(sheet, assignment)
                                                        : sheet::fill_moodle(sheet, assignment);
    if (!filled) return tl::unexpected(filled.error());
    said += told(assignment, *filled);
    text = std::move(filled->text);
  }
  if (auto written = os::write_file(request.out, *text); !written) return tl::unexpected(written.error());
  return said + request.out.string() + " is ready to be imported.\n";
}

}  // namespace lockstep::cli
