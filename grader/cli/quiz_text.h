#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "manifest/quiz.h"

namespace lockstep::cli {

/// The answers of a question, by their number from 0; shown as letters from a.
using ChosenAnswers = std::set<std::size_t>;

/// A question as it is asked: the program with its line numbers, and the answers with their letters.
/// \param program  the text of the question's program; empty where it has none
[[nodiscard]] std::string asked(const QuizQuestion& question, std::string_view program, int width);

/// Reads letters such as "b", "ac" or "a, c".
/// \return nothing when there is anything else, or no letter
[[nodiscard]] std::optional<ChosenAnswers> chosen(std::string_view line, const QuizQuestion& question);

/// The answers that are right.
[[nodiscard]] ChosenAnswers right_answers(const QuizQuestion& question);

/// Whether the choice was right, and each answer's reason.
[[nodiscard]] std::string explained(const QuizQuestion& question, const ChosenAnswers& chosen, int width);

}  // namespace lockstep::cli
