#pragma once

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "build/build.h"
#include "checks/check.h"
#include "checks/explorer_check.h"
#include "checks/verdict.h"
#include "cli/command_context.h"
#include "cli/slot_lock.h"
#include "integrity/suspicion.h"
#include "manifest/manifest.h"

namespace lockstep::cli {

/// What has to be built of a lab for these checks.
[[nodiscard]] build::Wanted wanted_by(const Manifest& manifest, std::span<const Check> checks);

/// A submission that was built, ready to be judged, and judged again.
class Grading {
 public:
  /// Builds the submission in all flavours that `checks` need.
  /// \param here, manifest  must outlive the grading
  [[nodiscard]] static Result<Grading> prepare(const CommandContext& here, const Manifest& manifest,
                                               const build::Submission& submission, std::span<const Check> checks);

  /// The same of what is wanted of the lab's programs.
  [[nodiscard]] static Result<Grading> prepare(const CommandContext& here, const Manifest& manifest,
                                               const build::Submission& submission, build::Wanted wanted);

  /// What came of each flavour.
  [[nodiscard]] const std::map<build::Flavour, build::Built>& built() const { return built_; }

  /// A folder for the tools' own reports that no other grading of the lab uses, as long as this one lives.
  [[nodiscard]] std::filesystem::path raw_reports_dir() const;

  /// The submission's files as they were built, by name.
  [[nodiscard]] const std::map<std::string, std::string>& submitted() const { return submitted_; }

  /// What in the submission works against the grader.
  [[nodiscard]] const std::vector<integrity::Suspicion>& suspicions() const { return suspicions_; }

  /// Whether judging this check measures times: not where what was built, or not built, decides already.
  [[nodiscard]] bool needs_quiet(const Check& check) const;

  /// Judges one of the checks. An error when the grader was interrupted meanwhile.
  [[nodiscard]] Result<Verdict> judge(const Check& check) const;

  /// Runs one schedule of a case that a check of kind `explorer` has.
  [[nodiscard]] Result<checks::Replay> replay(const Check& check, const std::string& case_name,
                                              const std::string& schedule,
                                              checks::Steps steps = checks::Steps::kAsText) const;

 private:
  [[nodiscard]] checks::Context context(const Check& check) const;

  Grading(const CommandContext& here, const Manifest& manifest, SlotLock lock,
          std::map<build::Flavour, build::Built> built, std::vector<integrity::Suspicion> suspicions,
          std::map<std::string, std::string> submitted)
      : here_(&here),
        manifest_(&manifest),
        lock_(std::move(lock)),
        built_(std::move(built)),
        suspicions_(std::move(suspicions)),
        submitted_(std::move(submitted)) {}

  const CommandContext* here_;
  const Manifest* manifest_;
  SlotLock lock_;
  std::map<build::Flavour, build::Built> built_;
  std::vector<integrity::Suspicion> suspicions_;
  std::map<std::string, std::string> submitted_;
};

}  // namespace lockstep::cli
