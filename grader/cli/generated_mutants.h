#pragma once

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "manifest/equivalent.h"
#include "manifest/manifest.h"
#include "mutation/mutants.h"
#include "result/result.h"

namespace lockstep::cli {

/// A mutant that was made by rule, and what it was made of.
struct GeneratedSubject {
  mutation::GeneratedMutant mutant;         ///< its file is one of `submit`; of a variant: `variants/NAME/FILE`
  std::string base;                         ///< "solution" or the variant's name
  std::string file;                         ///< of `submit`
  std::string base_text;                    ///< of the file
  std::vector<std::filesystem::path> dirs;  ///< where the other files come from, the first first
};

/// All mutants that the rules make of a lab's solution, and of those files in which its variants differ from it.
/// \return an input error for a base whose files cannot be read
[[nodiscard]] Result<std::vector<GeneratedSubject>> generated_subjects(const std::filesystem::path& root,
                                                                       const Manifest& manifest);

/// The files that one of them submits.
[[nodiscard]] Result<std::map<std::string, std::string>> files_of(const Manifest& manifest,
                                                                  const GeneratedSubject& subject);

/// Which of the mutants are listed as equivalent, with the reason, by name.
/// \param file  that lists them, for messages
/// \return an input error that names each entry which fits none of them, or more than one
[[nodiscard]] Result<std::map<std::string, std::string>> reasons_of(const std::filesystem::path& file,
                                                                    std::span<const EquivalentMutant> equivalents,
                                                                    std::span<const GeneratedSubject> subjects);

/// What of the mutants is to be judged.
struct MutantChoice {
  std::vector<std::string> only;  ///< "solution", names of variants, operators and mutants; empty: of the solution, all
  int sample = 0;                 ///< so many of them; 0: all
  int seed = 1;                   ///< which ones
};

/// The mutants that are chosen, in their order: those named; and where bases or operators are named, those of a named
/// base (of the solution when none is named) that a named operator makes (any when none is named).
[[nodiscard]] std::vector<GeneratedSubject> chosen_of(const MutantChoice& choice,
                                                      std::vector<GeneratedSubject> subjects);

/// A mutant's name as that of a file or folder: of a variant's file it has slashes.
[[nodiscard]] std::string as_file_name(std::string mutant);

/// Whether a word of `only` means an operator, or a base or one of these mutants.
[[nodiscard]] bool is_known(const std::string& word, std::span<const GeneratedSubject> subjects);

}  // namespace lockstep::cli
