#include "book/csv.h"

#include <fmt/core.h>

#include "course/moment.h"
#include "report/points_text.h"
#include "sheet/csv.h"

namespace lockstep::book {
namespace {

using report::points_text;
using sheet::cell_text;

std::string mark_cell(const std::optional<double>& points) { return points ? points_text(*points) : ""; }

}  // namespace

std::string marks_csv(const Book& book) {
  std::string csv = "learner";
  for (const Lab& lab : book.labs) csv += "," + cell_text(lab.name);
  csv += ",total,of\n";
  for (const Learner& learner : book.learners) {
    csv += cell_text(learner.name);
    for (const Work& work : learner.works) csv += "," + mark_cell(work.mark.points);
    csv += fmt::format(",{},{}\n", points_text(learner.total.points), points_text(learner.total.worth));
  }
  return csv;
}

std::string attempts_csv(const Book& book) {
  std::string csv = "lab,learner,attempt,received,points,max_points,could_not_be_judged,counts,mark,of,why,source\n";
  for (std::size_t lab = 0; lab < book.labs.size(); ++lab) {
    for (const Learner& learner : book.learners) {
      const Work& work = learner.works[lab];
      for (std::size_t i = 0; i < work.attempts.size(); ++i) {
        const auto& attempt = work.attempts[i];
        const auto& grade = work.grades[i];
        const bool counts = attempt.number == work.mark.attempt;
        csv += fmt::format("{},{},{},{},{},", cell_text(attempt.lab), cell_text(learner.name), attempt.number,
                           grade.received ? course::iso_text(*grade.received) : "", mark_cell(grade.points));
        csv += grade.points ? fmt::format("{},{},", grade.max_points, grade.left_out) : ",,";
        csv += counts ? fmt::format("yes,{},{},{},", mark_cell(work.mark.points), points_text(work.mark.worth),
                                    cell_text(work.mark.reason))
                      : "no,,,,";
        csv += cell_text(attempt.source) + "\n";
      }
    }
  }
  return csv;
}

}  // namespace lockstep::book
