#pragma once

#include <string>

#include "manifest/manifest.h"

namespace lockstep::cli {

/// How often a check judges a subject that is to be judged `repeat` times. Chance touches what runs on real threads or
/// by the clock (tests, sanitizers, speedup): that is judged so often. The explorer chooses every schedule itself:
/// twice shows that it chooses the same ones. What only looks at the compiled code is judged once.
[[nodiscard]] int times_to_judge(const Check& check, int repeat);

/// The same in a sentence, for a table of figures; empty when all checks judge once.
/// \param busy  whether what chance touches was judged as often again on busy cores
[[nodiscard]] std::string times_in_words(int repeat, bool busy);

}  // namespace lockstep::cli
