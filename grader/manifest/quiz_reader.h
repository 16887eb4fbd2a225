#pragma once

#include <vector>

#include "manifest/quiz.h"
#include "manifest/table_reader.h"

namespace lockstep::manifest {

/// Reads the keys of a `quiz.toml`; their mistakes go where `reader` puts them.
[[nodiscard]] std::vector<QuizQuestion> read_quiz(TableReader& reader);

}  // namespace lockstep::manifest
