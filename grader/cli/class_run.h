#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "cli/class_book.h"
#include "cli/class_engine.h"
#include "cli/class_work.h"
#include "cli/command_context.h"
#include "gradebook/gradebook.h"
#include "intake/collect.h"
#include "manifest/manifest.h"
#include "result/result.h"

namespace lockstep::cli {

/// A class that is being graded into a gradebook. It may end at any moment: another one goes on from what this one
/// kept.
class ClassRun {
 public:
  /// \param here, manifest  must outlive it
  /// \param job             that `work` was begun with
  /// \param engine          does the units of `work`
  ClassRun(const CommandContext& here, const Manifest& manifest, gradebook::Gradebook book, ClassWork work,
           ClassJob job, std::unique_ptr<ClassEngine> engine);
  ClassRun(const ClassRun&) = delete;
  ClassRun& operator=(const ClassRun&) = delete;

  /// Adds what was handed in to the gradebook, and finds what is to be graded.
  [[nodiscard]] Result<void> take_in(const std::vector<intake::Submitted>& submissions);

  /// Grades what has no grade yet.
  [[nodiscard]] Result<void> grade();

  /// Prints what came of it. \return the exit status
  [[nodiscard]] Result<ExitStatus> conclude(const std::vector<intake::NotUnderstood>& others) const;

  /// Removes the folder of the work, unless a later run has something left to do.
  void clean_up() const;

 private:
  [[nodiscard]] Result<void> call(const std::map<std::string, std::string>& names, const intake::Submitted& each) const;
  [[nodiscard]] Result<void> work_on(ClassPhase phase, std::vector<std::string> contents);
  [[nodiscard]] Result<void> settle(const std::string& content);

  const CommandContext* here_;
  const Manifest* manifest_;
  gradebook::Gradebook book_;
  ClassWork work_;
  ClassJob job_;
  std::unique_ptr<ClassEngine> engine_;
  ClassFrame frame_;
  std::map<std::string, std::vector<std::string>> sources_;  ///< by content
  std::vector<std::string> to_grade_;                        ///< contents, each once, in the order of their grading
  std::set<std::string> to_measure_;
  std::vector<UnitFailure> failures_;
};

}  // namespace lockstep::cli
