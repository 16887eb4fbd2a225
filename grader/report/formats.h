#pragma once

#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "report/grade_report.h"

namespace lockstep::report {

/// To the file that follows an option; "-" is standard output.
struct OptionFile {
  std::string_view option;  ///< "--json"
  std::string_view help;    ///< what the option's help says
};
/// Inside GitHub Actions: to standard output, where the runner reads it.
struct WorkflowLog {};
/// Inside GitHub Actions: to the end of the file that an environment variable names.
struct WorkflowFile {
  std::string_view variable;
};
using Destination = std::variant<OptionFile, WorkflowLog, WorkflowFile>;

/// A row of the table of formats: besides the report for the terminal, which is always printed.
struct Format {
  std::string_view name;       ///< "json"; docs/formats/README.md has a line for it
  std::string_view extension;  ///< of its golden files: ".json"
  std::string (*write)(const GradeReport& report);
  Destination destination;
  bool grows = false;  ///< its file is also written after each check: a grading that is ended from outside leaves it
};

[[nodiscard]] std::span<const Format> formats();

}  // namespace lockstep::report
