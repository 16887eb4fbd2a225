#include "book/terminal.h"

#include <fmt/core.h>

#include <algorithm>

#include "book/counts.h"
#include "report/points_text.h"
#include "text/console_text.h"
#include "text/plain_text.h"
#include "text/utf8.h"

namespace lockstep::book {
namespace {

using report::points_text;

/// Text in so many columns: cut, with a mark that says so, or filled with blanks.
std::string in_columns(std::string_view from_outside, int width) {
  const std::string text = console_text(plain_line(from_outside));
  if (columns(text) <= width) return text + std::string(static_cast<std::size_t>(width - columns(text)), ' ');
  const std::string_view cut = beginning_of(text, width - 1);
  return std::string(cut) + "…" + std::string(static_cast<std::size_t>(width - 1 - columns(cut)), ' ');
}

std::string without_end_blanks(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line + "\n";
}

std::string points_of(const Book& book, const Work& work) {
  const auto* attempt = judged_attempt(book, work);
  if (attempt == nullptr) return "–";
  const auto* report = report_of(book, *attempt);
  return fmt::format("{}/{}", points_text(report->score.points), report->score.max_points);
}

int widest_name(const Book& book, int most) {
  int widest = columns("learner");
  for (const Learner& learner : book.learners) widest = std::max(widest, columns(plain_line(learner.name)));
  return std::min(widest, most);
}

int widest_lab(const Book& book) {
  int widest = columns("lab");
  for (const Lab& lab : book.labs) widest = std::max(widest, columns(plain_line(lab.name)));
  return std::min(widest, 16);
}

std::string to_the_right(const std::string& cell, int width) {
  return std::string(static_cast<std::size_t>(std::max(0, width - columns(cell))), ' ') + cell;
}

std::string summary(const Book& book, const AllAlike& alike) {
  const Counts counts = counts_of(book);
  std::string text = counts_text(book) + "\n";
  if (counts.review > 0) {
    text += fmt::format("{} {} review, which costs no points: see --html.\n", counted_text(counts.review, "submission"),
                        counts.review == 1 ? "needs" : "need");
  }
  if (!alike.pairs.empty()) {
    text += fmt::format("{} of submissions {} alike, which proves nothing: see --html.\n",
                        counted_text(alike.pairs.size(), "pair"), alike.pairs.size() == 1 ? "is" : "are");
  }
  for (const std::string& note : book.notes) text += console_text(plain_line(note)) + "\n";
  return text;
}

}  // namespace

std::string terminal_text(const Book& book, const AllAlike& alike, int width) {
  constexpr int kNumbers = 33;      // columns of the numbers, and of the gaps between
  constexpr int kLeastReason = 24;  // in fewer it says nothing
  const int lab_width = widest_lab(book);
  const int name = widest_name(book, std::max(8, width - kNumbers - lab_width));
  const int room = width - kNumbers - lab_width - name - 2;
  const int why = room >= kLeastReason ? room : 0;
  std::string text = without_end_blanks(in_columns("learner", name) + "  " + in_columns("lab", lab_width) +
                                        "  attempts    points      mark  " + (why > 0 ? "why" : ""));
  for (const Learner& learner : book.learners) {
    for (std::size_t lab = 0; lab < book.labs.size(); ++lab) {
      const Work& work = learner.works[lab];
      const std::string mark = work.mark.points ? points_text(*work.mark.points) : "–";
      text += without_end_blanks(in_columns(learner.name, name) + "  " + in_columns(book.labs[lab].name, lab_width) +
                                 fmt::format("{:>10}", work.attempts.size()) + to_the_right(points_of(book, work), 10) +
                                 to_the_right(mark, 10) + "  " + (why > 0 ? in_columns(work.mark.reason, why) : ""));
    }
  }
  return text + "\n" + summary(book, alike) +
         (why > 0 ? "" : "Why each mark is what it is: --attempts FILE, or a wider terminal.\n");
}

}  // namespace lockstep::book
