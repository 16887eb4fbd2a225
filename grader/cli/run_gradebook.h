#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "cli/arguments.h"
#include "cli/command_context.h"
#include "result/result.h"

namespace lockstep::cli {

/// `./lab gradebook`
struct GradebookOptions {
  std::filesystem::path file;
  std::optional<std::string> lab;               ///< all labs, if not given
  std::optional<std::filesystem::path> course;  ///< the course file
  std::optional<std::filesystem::path> csv;     ///< "-" is standard output, here and for attempts and json
  std::optional<std::filesystem::path> attempts;
  std::optional<std::filesystem::path> json;
  std::optional<std::filesystem::path> html;    ///< a folder
  std::optional<std::filesystem::path> canvas;  ///< a sheet as the platform exported it
  std::optional<std::filesystem::path> moodle;
  std::optional<std::filesystem::path> out;  ///< where the filled sheet goes
  std::optional<std::string> column;         ///< of the sheet: its title
  std::optional<std::string> key;            ///< the column that has the learners
};

void declare(Arguments& arguments, GradebookOptions& options);

/// Shows a class's marks, and writes them in the forms that were asked for.
/// \return the exit status, or the error that kept it from its work.
[[nodiscard]] Result<ExitStatus> run(const GradebookOptions& options, const CommandContext& here);

}  // namespace lockstep::cli
