#include "course/course.h"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "manifest/document.h"
#include "manifest/mistakes.h"

namespace lockstep::course {
namespace {

using manifest::TableReader;

constexpr double kMostPoints = 10'000;
constexpr int kMostGraceMinutes = 24 * 60;

LatePolicy read_late(TableReader reader) {
  LatePolicy late;
  late.points_per_day = reader.number("points_per_day", {.above = 0, .up_to = kMostPoints}).value_or(0);
  if (reader.has("grace_minutes")) {
    late.grace = std::chrono::minutes(reader.integer("grace_minutes", 0, kMostGraceMinutes).value_or(0));
  }
  reader.refuse_other_keys();
  return late;
}

CourseLab read_lab(TableReader& reader, const std::vector<std::string>& labs) {
  CourseLab lab;
  lab.name = reader.choice("name", labs).value_or("");
  if (reader.has("due")) lab.due = reader.moment("due");
  if (reader.has("last")) lab.last = reader.moment("last");
  if (reader.has("worth")) lab.worth = reader.number("worth", {.above = 0, .up_to = kMostPoints});
  if (reader.has("column")) lab.column = reader.text("column").value_or("");
  if (lab.last && !lab.due) reader.mistake(reader.line_of("last"), "last without due", "due, and last after it");
  if (lab.last && lab.due && *lab.last < *lab.due) {
    reader.mistake(reader.line_of("last"), "last before due", "a time that is not before due");
  }
  reader.refuse_other_keys();
  return lab;
}

Extension read_extension(TableReader& reader, const std::vector<std::string>& labs) {
  Extension extension;
  extension.learner = reader.text("learner").value_or("");
  extension.lab = reader.choice("lab", labs).value_or("");
  extension.due = reader.moment("due").value_or(Moment{});
  reader.refuse_other_keys();
  return extension;
}

Counts counts_of(std::string_view text) {
  if (text == "last") return Counts::kLast;
  return text == "first" ? Counts::kFirst : Counts::kBest;
}

void add_lab(Course& course, TableReader& reader, const std::vector<std::string>& labs) {
  CourseLab lab = read_lab(reader, labs);
  if (!lab.name.empty() && find_lab(course, lab.name) != nullptr) {
    reader.mistake(reader.line_of("name"), fmt::format("{} a second time", lab.name), "one [[lab]] for each lab");
  }
  course.labs.push_back(std::move(lab));
}

void add_extension(Course& course, TableReader& reader, const std::vector<std::string>& labs) {
  Extension extension = read_extension(reader, labs);
  const CourseLab* lab = find_lab(course, extension.lab);
  const bool is_known = lab != nullptr && lab->due.has_value();
  if (!extension.lab.empty() && !is_known) {
    reader.mistake(reader.line_of("lab"), fmt::format("an extension of {}, which has no due time", extension.lab),
                   "a lab of a [[lab]] with due");
  }
  if (is_known && extension.due != Moment{} && extension.due <= *lab->due) {
    reader.mistake(reader.line_of("due"), "an extension that is not after the lab's due time",
                   "a time after the lab's due");
  }
  const bool is_second = std::any_of(course.extensions.begin(), course.extensions.end(), [&](const Extension& other) {
    return !other.learner.empty() && other.learner == extension.learner && other.lab == extension.lab;
  });
  if (is_second) {
    reader.mistake(reader.line_of("learner"),
                   fmt::format("{} a second time for {}", manifest::in_quotes(extension.learner), extension.lab),
                   "one [[extension]] for each learner and lab");
  }
  course.extensions.push_back(std::move(extension));
}

Course read(TableReader& reader, const std::vector<std::string>& labs) {
  Course course;
  if (reader.has("counts")) course.counts = counts_of(reader.choice("counts", {"best", "last", "first"}).value_or(""));
  if (reader.has("drop_lowest")) course.drop_lowest = reader.integer("drop_lowest", 0, 100).value_or(0);
  if (reader.has("late")) {
    if (auto late = reader.table("late")) course.late = read_late(std::move(*late));
  }
  for (TableReader& lab : reader.tables("lab")) add_lab(course, lab, labs);
  if (reader.has("extension")) {
    for (TableReader& extension : reader.tables("extension")) add_extension(course, extension, labs);
  }
  reader.refuse_other_keys();
  return course;
}

}  // namespace

Result<Course> read_course(const std::filesystem::path& file, const std::vector<std::string>& labs) {
  const auto document = manifest::read_document(file);
  if (!document) return tl::unexpected(document.error());
  manifest::Mistakes mistakes(file);
  TableReader reader(*document, "the course", 1, mistakes);
  Course course = read(reader, labs);
  if (!mistakes.empty()) return mistakes.error();
  return course;
}

std::vector<manifest::KeyDoc> course_keys() {
  std::vector<manifest::KeyDoc> keys;
  manifest::Mistakes ignored{{}};
  TableReader reader("the course", keys, ignored);
  (void)read(reader, {"03-locks"});
  return keys;
}

const CourseLab* find_lab(const Course& course, std::string_view name) {
  const auto found =
      std::find_if(course.labs.begin(), course.labs.end(), [&](const CourseLab& lab) { return lab.name == name; });
  return found == course.labs.end() ? nullptr : &*found;
}

}  // namespace lockstep::course
