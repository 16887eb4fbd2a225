#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "course/course.h"
#include "course/mark.h"
#include "gradebook/gradebook.h"
#include "report/grade_report.h"
#include "result/result.h"

namespace lockstep::book {

/// What a learner's files were graded as, by lab and content: identical submissions share it.
using Reports = std::map<std::pair<std::string, std::string>, report::GradeReport>;

/// The submitted files of each content, by name.
using SubmittedFiles = std::map<std::string, std::map<std::string, std::string>>;

/// What the gradebook's file holds, read once.
struct Records {
  std::vector<gradebook::Attempt> attempts;  ///< in the order of labs, learners and numbers
  Reports reports;                           ///< the newest of each content; none where it is not graded yet
  SubmittedFiles files;                      ///< none of a content whose files were not kept
};

/// Reads the attempts of a lab, or of all labs where `lab` is empty, with their newest grades.
[[nodiscard]] Result<Records> read_records(const gradebook::Gradebook& file, std::string_view lab);

/// One learner's work on one lab.
struct Work {
  std::vector<gradebook::Attempt> attempts;   ///< by number; may be none
  std::vector<course::GradedAttempt> grades;  ///< of each attempt
  course::Mark mark;
};

struct Learner {
  std::string name;
  std::vector<Work> works;  ///< one for each lab of the book, in its order
  course::Total total;
};

struct Lab {
  std::string name;   ///< "03-locks"
  std::string title;  ///< the name where the kit has no such lab
  double worth = 0;   ///< points
};

/// A class: the one value that every sheet, page and report of it is a function of.
struct Book {
  course::Course course;
  std::vector<Lab> labs;          ///< those with an attempt, by name
  std::vector<Learner> learners;  ///< those with an attempt, by name
  Reports reports;
  SubmittedFiles files;
  std::vector<std::string> notes;  ///< what an instructor should know of the whole
};

/// What the kit calls a lab and its checks.
struct LabTexts {
  std::string title;
  std::map<std::string, std::string> checks;  ///< titles by id
};

/// Puts the records together by the course's rules.
/// \param texts  of labs, by name; where one is missing, the names and ids stand for the titles
[[nodiscard]] Book make_book(Records records, course::Course course, const std::map<std::string, LabTexts>& texts);

/// The report of an attempt; null while it is not graded.
[[nodiscard]] const report::GradeReport* report_of(const Book& book, const gradebook::Attempt& attempt);

/// The attempt that a learner is judged by: the one that counts, else the last that is graded. Null where none is.
[[nodiscard]] const gradebook::Attempt* judged_attempt(const Book& book, const Work& work);

}  // namespace lockstep::book
