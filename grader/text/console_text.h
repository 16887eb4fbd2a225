#pragma once

#include <string>
#include <string_view>

namespace lockstep {

/// Text from outside for a terminal, or for the log of a workflow that a runner reads: `plain_text` of which no line is
/// a runner's command. A blank takes its meaning from "::error" at the beginning of a line, and from "##[error]" and
/// "##vso[...]" anywhere.
[[nodiscard]] std::string console_text(std::string_view text);

/// Takes the meaning from "##[...]" and "##vso[...]" in a text: `second` takes the place of the second "#".
[[nodiscard]] std::string without_commands(std::string text, std::string_view second);

}  // namespace lockstep
