#pragma once

#include <string>

namespace lockstep {

/// The line that the grader fed on standard input, read before any code of the submission's runs; empty when it was
/// not the grader who started the program.
[[nodiscard]] std::string nonce();

}  // namespace lockstep
