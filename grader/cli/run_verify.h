#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.h"
#include "cli/command_context.h"
#include "result/result.h"

namespace lockstep::cli {

/// `./lab verify`
struct VerifyOptions {
  std::optional<std::string> lab;              ///< default: all
  int repeat = 1;                              ///< times that each check judges each subject, see repetition.h; >= 1
  bool busy = false;                           ///< as often again, beside a process for each core that computes
  std::vector<std::string> only;               ///< names of subjects; with `mutate` see MutantChoice; empty: all
  bool matrix = false;                         ///< judge each mutant by all cases, and show which fail which
  bool attacks = false;                        ///< judge the attacks in place of the subjects
  bool mutate = false;                         ///< judge mutants made by rule in place of the subjects
  int sample = 0;                              ///< of these so many; 0: all
  std::optional<int> seed;                     ///< which ones; default 1
  std::optional<std::filesystem::path> table;  ///< a Markdown table of the figures goes here
};

void declare(Arguments& arguments, VerifyOptions& options);

/// Judges skeleton, solution, variants and mutants, and compares with what each must get.
/// \return the exit status, or the error that kept it from its work.
[[nodiscard]] Result<ExitStatus> run(const VerifyOptions& options, const CommandContext& here);

}  // namespace lockstep::cli
