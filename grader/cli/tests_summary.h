#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "build/diagnostics.h"
#include "checks/verdict.h"
#include "cli/lab_tests.h"
#include "manifest/manifest.h"

namespace lockstep::cli {

/// What a run of a lab's tests came to. Each cause is in one place: a case whose part is not begun is counted with its
/// part, one that could not run for what stands before it with those that wait, and any other is a failure.
struct TestsSummary {
  int passed = 0;
  std::vector<std::string> failed;  ///< cases, in the manifest's order
  std::vector<Finding> failures;    ///< what is wrong, each once
  std::map<int, int> unwritten;     ///< part of the lab's README -> cases that met a function of it, not written yet
  int waiting = 0;                  ///< cases that could not run, as the program does not build or does not begin
  std::vector<std::string> notes;   ///< why cases were not judged
  std::vector<build::Diagnostic> warnings;  ///< the compiler's

  [[nodiscard]] bool all_passed() const { return failures.empty() && unwritten.empty() && waiting == 0; }
};

/// \param tests  of these checks
[[nodiscard]] TestsSummary summary_of(std::span<const Check> checks, const LabTests& tests);

struct TestsStyle {
  bool colour = false;
  int width = 80;                       ///< columns
  bool all = false;                     ///< every failure in full, not the first alone
  std::vector<std::string> named = {};  ///< the cases that were asked for, as they were called
};

/// The summary for a person, whole lines: up to five warnings, the first failure in full, then what passed, the names
/// of what failed, and a line for each part that is not written yet.
/// \param lab  how the lab is called on the command line
/// \param dir  of the lab, as it is to be written before a file's name
[[nodiscard]] std::string tests_text(const TestsSummary& summary, const std::string& lab, const std::string& dir,
                                     const TestsStyle& style);

}  // namespace lockstep::cli
