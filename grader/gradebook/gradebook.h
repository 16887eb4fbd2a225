#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gradebook/database.h"
#include "result/result.h"

namespace lockstep::gradebook {

/// One hand-in of one learner for one lab.
struct Attempt {
  std::string lab;       ///< "01-primes"
  std::string learner;   ///< the platform's number of the learner where it is known, else the name; see `names`
  int number = 0;        ///< 1 is the first; given by `Gradebook::add`
  std::string received;  ///< ISO 8601, UTC: "2026-11-29T12:00:00Z"; empty: not known
  std::string source;    ///< where it was found, as told to an instructor
  std::string content;   ///< a hash of the submitted files: the same files, the same hash
};

/// What one version of the grader found in one content.
struct Grade {
  std::string lab;
  std::string content;
  std::string grader;  ///< names the version of grader, kit and lab: another one grades anew
  std::string report;  ///< `lockstep.grade/1` as text
  double points = 0;
  int max_points = 0;
  std::string outcome;  ///< the worst outcome of its checks: "pass", "fail", "inconclusive" or "error"
  std::string graded;   ///< when; ISO 8601, UTC
  double seconds = 0;   ///< wall-clock time that it took
};

/// A class's submissions and grades, in one SQLite file that is whole at every moment. Attempts and grades are kept:
/// nothing here removes one. Other processes may read and write it at the same time.
class Gradebook {
 public:
  /// Opens the gradebook, which is made where there is none, with the folders above it.
  [[nodiscard]] static Result<Gradebook> open(const std::filesystem::path& file);

  /// Opens a gradebook that exists.
  [[nodiscard]] static Result<Gradebook> read_only(const std::filesystem::path& file);

  /// Adds an attempt and gives it with its number. One of the same learner and lab with the same source and content is
  /// the same attempt, which is given as it was added first.
  [[nodiscard]] Result<Attempt> add(Attempt attempt) const;

  /// Keeps what a person calls a learner, whose name in attempts may be a platform's number. The last name counts.
  [[nodiscard]] Result<void> call(std::string_view learner, std::string_view name) const;

  /// What a person calls each learner, by the name in attempts.
  [[nodiscard]] Result<std::map<std::string, std::string>> names() const;

  /// Keeps the submitted files of a content: texts by name. What is kept already stays.
  [[nodiscard]] Result<void> keep(std::string_view content, const std::map<std::string, std::string>& files) const;

  /// Keeps a grade, in place of one of the same lab, content and grader.
  [[nodiscard]] Result<void> record(const Grade& grade) const;

  /// The attempts of a lab, or of all labs where `lab` is empty; in the order of labs, learners and numbers.
  [[nodiscard]] Result<std::vector<Attempt>> attempts(std::string_view lab) const;

  /// The files that were kept for a content, by name; none where there are none.
  [[nodiscard]] Result<std::map<std::string, std::string>> files(std::string_view content) const;

  [[nodiscard]] Result<std::optional<Grade>> grade(std::string_view lab, std::string_view content,
                                                   std::string_view grader) const;

  /// The grade of a content that was recorded last, by whichever version of the grader.
  [[nodiscard]] Result<std::optional<Grade>> newest_grade(std::string_view lab, std::string_view content) const;

 private:
  explicit Gradebook(Database database) : database_(std::move(database)) {}

  Database database_;
};

}  // namespace lockstep::gradebook
