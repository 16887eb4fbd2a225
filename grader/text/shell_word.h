#pragma once

#include <string>
#include <string_view>

namespace lockstep {

/// Text as one word of a command that a person can copy to a shell: in single quotes where it needs them.
[[nodiscard]] std::string shell_word(std::string_view text);

}  // namespace lockstep
