#pragma once

#include <stop_token>
#include <string>

namespace lockstep::cli {

/// Whether a person is there to answer: standard input and standard error are a terminal.
[[nodiscard]] bool can_ask();

/// Asks on standard error, and waits for a line of standard input.
/// \return whether it says yes; no when it ended, or on `stop`
[[nodiscard]] bool confirm(const std::string& question, const std::stop_token& stop);

}  // namespace lockstep::cli
