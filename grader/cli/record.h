#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "result/result.h"

namespace lockstep::cli {

/// What a learner reached in a lab so far.
struct LabRecord {
  std::optional<double> points;  ///< of the last grading; absent before the first
  int max_points = 0;
  int hints = 0;                    ///< shown so far
  std::set<std::string> quiz = {};  ///< ids of the questions that were answered right
};

/// The learner's record in the build folder. It is a convenience: a record that cannot be read starts anew.
class Record {
 public:
  /// Reads `build_dir/record.json`.
  [[nodiscard]] static Record read(const std::filesystem::path& build_dir);

  [[nodiscard]] LabRecord of(const std::string& lab) const;

  /// Reads the record, changes one lab's, and writes it, while no other process does.
  [[nodiscard]] static Result<void> update(const std::filesystem::path& build_dir, const std::string& lab,
                                           const std::function<void(LabRecord&)>& change);

 private:
  std::map<std::string, LabRecord> labs_;
};

}  // namespace lockstep::cli
