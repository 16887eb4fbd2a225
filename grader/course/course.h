#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "manifest/table_reader.h"
#include "result/result.h"

namespace lockstep::course {

using Moment = std::chrono::sys_seconds;

/// Which attempt of a learner counts.
enum class Counts { kBest, kLast, kFirst };

/// What a late attempt costs. Without a course file, or without `[late]`, nothing.
struct LatePolicy {
  double points_per_day = 0;      ///< of the lab's worth, for each day that has begun
  std::chrono::minutes grace{0};  ///< so late is not late
};

struct CourseLab {
  std::string name;             ///< "03-locks"
  std::optional<Moment> due;    ///< an attempt of that second is in time; nothing: never late
  std::optional<Moment> last;   ///< a later attempt does not count; not before `due`
  std::optional<double> worth;  ///< points of the lab in this course; nothing: those that its checks have
  std::string column;           ///< of a platform's sheet, its title; may be empty
};

/// Another due time of one learner. The last date moves by as much.
struct Extension {
  std::string learner;
  std::string lab;
  Moment due;
};

/// The contents of a `course.toml`, checked. Without labs it is that of a class without a course file: every lab is
/// there, and nothing is late.
struct Course {
  Counts counts = Counts::kBest;
  LatePolicy late;
  int drop_lowest = 0;  ///< so many labs of each learner, those with the lowest share of their worth, are not summed
  std::vector<CourseLab> labs;
  std::vector<Extension> extensions;
};

/// Reads and checks a course file.
/// \param labs  the names that a `[[lab]]` may have
/// \return an input error that lists every mistake as `path:line: found ...; accepted: ...`, a line each.
[[nodiscard]] Result<Course> read_course(const std::filesystem::path& file, const std::vector<std::string>& labs);

/// Every key of `course.toml`.
[[nodiscard]] std::vector<manifest::KeyDoc> course_keys();

/// The lab of that name; null where the file has none.
[[nodiscard]] const CourseLab* find_lab(const Course& course, std::string_view name);

}  // namespace lockstep::course
