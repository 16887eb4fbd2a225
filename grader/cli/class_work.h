#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "cli/class_found.h"
#include "result/result.h"

namespace lockstep::cli {

/// What those who grade units of a class have to agree on, on whichever machine.
struct ClassJob {
  std::string lab;       ///< "01-primes"
  bool hidden = false;   ///< with the hidden checks
  std::string compiler;  ///< a path or a name on PATH
  std::string sandbox;   ///< "bubblewrap"
  std::string grader;    ///< names the version of grader, kit and lab
};

/// The two ways in which the checks of a submission are judged, one after the other.
enum class ClassPhase {
  kTogether,  ///< beside other submissions
  kAlone,     ///< what measures times, and what the machine was too busy for: while nothing else goes on
};

[[nodiscard]] std::string_view name(ClassPhase phase);  ///< "together", "alone"
[[nodiscard]] std::optional<ClassPhase> class_phase(std::string_view name);

/// The folder through which a class's units of work go to those who do them, and what they found comes back. A unit is
/// one content and one phase. Each file is there whole or not at all, so a unit that was done stays done, however its
/// worker ends, and one that is done twice is done once. It may be on a file system that several machines share.
///
///     job.json                        what all agree on
///     units/CONTENT/files/...         what was submitted
///     units/CONTENT/PHASE.json        what was found
///     workers.log                     what workers said on their standard error
class ClassWork {
 public:
  explicit ClassWork(std::filesystem::path dir) : dir_(std::move(dir)) {}

  [[nodiscard]] const std::filesystem::path& dir() const { return dir_; }
  [[nodiscard]] std::filesystem::path log() const { return dir_ / "workers.log"; }

  /// Begins a job. What was found by another version stays, and is not seen any more.
  [[nodiscard]] Result<void> begin(const ClassJob& job) const;
  [[nodiscard]] Result<ClassJob> job() const;

  /// Adds a content.
  [[nodiscard]] Result<void> add(const std::string& content, const std::map<std::string, std::string>& files) const;
  [[nodiscard]] std::filesystem::path files_of(const std::string& content) const;

  [[nodiscard]] Result<void> keep(const std::string& content, ClassPhase phase, const ClassJob& job,
                                  const Found& found) const;
  /// Nothing when the unit was not done, or by another version.
  [[nodiscard]] std::optional<Found> found(const std::string& content, ClassPhase phase, const ClassJob& job) const;

  /// Forgets a content.
  void remove(const std::string& content) const;
  /// Removes the whole folder.
  void remove_all() const;

 private:
  [[nodiscard]] std::filesystem::path unit(const std::string& content) const;

  std::filesystem::path dir_;
};

}  // namespace lockstep::cli
