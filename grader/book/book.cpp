#include "book/book.h"

#include <fmt/core.h>

#include <algorithm>
#include <set>

#include "course/moment.h"
#include "report/read_json.h"

namespace lockstep::book {
namespace {

course::GradedAttempt graded(const gradebook::Attempt& attempt, const report::GradeReport* report) {
  course::GradedAttempt result{.number = attempt.number, .received = course::read_moment(attempt.received)};
  if (report == nullptr) return result;
  result.points = report->score.points;
  result.max_points = report->score.max_points;
  result.left_out = report->score.left_out;
  return result;
}

/// Of the report that counts most points: a check that one grading left out has been in another.
double worth_of(const Book& book, const std::string& lab) {
  if (const auto* rules = course::find_lab(book.course, lab); rules != nullptr && rules->worth) return *rules->worth;
  int worth = 0;
  for (const auto& [key, report] : book.reports) {
    if (key.first == lab) worth = std::max(worth, report.score.max_points + report.score.left_out);
  }
  return worth;
}

/// The format of a grade has ids alone.
void name_titles(report::GradeReport& report, const LabTexts& texts) {
  report.title = texts.title;
  for (CheckScore& check : report.score.checks) {
    if (const auto title = texts.checks.find(check.id); title != texts.checks.end()) check.title = title->second;
  }
}

std::string joined(const std::set<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

/// How many attempts could be late, and nobody knows.
void note_unknown_times(Book& book) {
  std::size_t unknown = 0;
  for (std::size_t lab = 0; lab < book.labs.size(); ++lab) {
    const auto* rules = course::find_lab(book.course, book.labs[lab].name);
    if (rules == nullptr || !rules->due) continue;
    for (const Learner& learner : book.learners) {
      for (const course::GradedAttempt& grade : learner.works[lab].grades) unknown += grade.received ? 0 : 1;
    }
  }
  if (unknown == 0) return;
  book.notes.push_back(fmt::format("Of {} with a due time it is not known when {} received: {} as in time.",
                                   unknown == 1 ? "1 attempt" : fmt::format("{} attempts", unknown),
                                   unknown == 1 ? "it was" : "they were", unknown == 1 ? "it counts" : "they count"));
}

/// What the course file and the gradebook do not have in common.
void note_differences(Book& book) {
  if (book.course.labs.empty()) return;
  std::set<std::string> unruled;
  std::set<std::string> learners;
  for (const Lab& lab : book.labs) {
    if (course::find_lab(book.course, lab.name) == nullptr) unruled.insert(lab.name);
  }
  for (const Learner& learner : book.learners) learners.insert(learner.name);
  if (!unruled.empty()) {
    book.notes.push_back(fmt::format("The course file has no [[lab]] for {}: nothing there is late.", joined(unruled)));
  }
  std::set<std::string> unknown;
  for (const course::Extension& extension : book.course.extensions) {
    if (!learners.contains(extension.learner)) unknown.insert(extension.learner);
  }
  if (!unknown.empty()) {
    book.notes.push_back(
        fmt::format("The course file has extensions of learners without a submission: {}.", joined(unknown)));
  }
}

}  // namespace

Result<Records> read_records(const gradebook::Gradebook& file, std::string_view lab) {
  auto attempts = file.attempts(lab);
  if (!attempts) return tl::unexpected(attempts.error());
  Records records;
  std::set<std::pair<std::string, std::string>> looked_for;
  for (const gradebook::Attempt& attempt : *attempts) {
    const std::pair key{attempt.lab, attempt.content};
    if (!looked_for.insert(key).second) continue;
    auto files = file.files(attempt.content);
    if (!files) return tl::unexpected(files.error());
    if (!files->empty()) records.files.emplace(attempt.content, std::move(*files));
    const auto grade = file.newest_grade(attempt.lab, attempt.content);
    if (!grade) return tl::unexpected(grade.error());
    if (!*grade) continue;
    auto report = report::read_json((*grade)->report);
    if (!report) {
      return input_error(fmt::format("the grade of attempt {} of {} at {}: {}. Grade it again with this kit",
                                     attempt.number, attempt.learner, attempt.lab, report.error().message));
    }
    report->seconds = (*grade)->seconds;
    records.reports.emplace(key, std::move(*report));
  }
  records.attempts = std::move(*attempts);
  return records;
}

Book make_book(Records records, course::Course course, const std::map<std::string, LabTexts>& texts) {
  Book book{.course = std::move(course),
            .labs = {},
            .learners = {},
            .reports = std::move(records.reports),
            .files = std::move(records.files),
            .notes = {}};
  for (auto& [key, report] : book.reports) {
    if (const auto known = texts.find(key.first); known != texts.end()) name_titles(report, known->second);
  }
  std::map<std::string, std::size_t> labs;
  std::map<std::string, std::vector<gradebook::Attempt>> by_learner;
  for (gradebook::Attempt& attempt : records.attempts) {
    labs.emplace(attempt.lab, 0);
    by_learner[attempt.learner].push_back(std::move(attempt));
  }
  for (auto& [name, index] : labs) {
    index = book.labs.size();
    const auto known = texts.find(name);
    book.labs.push_back(
        {.name = name, .title = known == texts.end() ? name : known->second.title, .worth = worth_of(book, name)});
  }
  for (auto& [name, attempts] : by_learner) {
    Learner learner{.name = name, .works = std::vector<Work>(labs.size()), .total = {}};
    for (gradebook::Attempt& attempt : attempts) {
      Work& work = learner.works[labs.at(attempt.lab)];
      work.grades.push_back(graded(attempt, report_of(book, attempt)));
      work.attempts.push_back(std::move(attempt));
    }
    std::vector<course::Mark> marks;
    marks.reserve(labs.size());
    for (const auto& [lab, index] : labs) {
      Work& work = learner.works[index];
      work.mark = course::mark(book.course, lab, name, work.grades, book.labs[index].worth);
      marks.push_back(work.mark);
    }
    learner.total = course::total(book.course, marks);
    book.learners.push_back(std::move(learner));
  }
  note_differences(book);
  note_unknown_times(book);
  return book;
}

const report::GradeReport* report_of(const Book& book, const gradebook::Attempt& attempt) {
  const auto found = book.reports.find({attempt.lab, attempt.content});
  return found == book.reports.end() ? nullptr : &found->second;
}

const gradebook::Attempt* judged_attempt(const Book& book, const Work& work) {
  const gradebook::Attempt* judged = nullptr;
  for (const gradebook::Attempt& attempt : work.attempts) {
    if (report_of(book, attempt) == nullptr) continue;
    if (attempt.number == work.mark.attempt) return &attempt;
    judged = &attempt;
  }
  return judged;
}

}  // namespace lockstep::book
