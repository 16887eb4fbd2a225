#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "lockstep/finding_kind.h"
#include "result/result.h"

namespace lockstep {

/// One of the answers that a question offers.
struct QuizAnswer {
  std::string text;                 ///< what the program prints, or a statement
  bool prints = false;              ///< `text` is what the program prints, whole, without the end of its last line
  std::optional<FindingKind> ends;  ///< what happens to the program if this answer is right: what the explorer finds
  bool right = false;
  std::string why;  ///< it is right, or wrong
};

/// A question about a short program, or about the lab's topic.
struct QuizQuestion {
  std::string id;       ///< under which it is remembered
  std::string ask;      ///< "What can this program print?"
  std::string program;  ///< a file of the quiz's folder; empty: none
  std::vector<QuizAnswer> answers;
};

/// The folder of a quiz in a lab's folder.
inline constexpr std::string_view kQuizFolder = "quiz";

/// Reads `lab_dir/quiz/quiz.toml`.
/// \return none when the lab has no quiz; an input error that lists every mistake as `read_manifest` does
[[nodiscard]] Result<std::vector<QuizQuestion>> read_quiz(const std::filesystem::path& lab_dir);

}  // namespace lockstep
