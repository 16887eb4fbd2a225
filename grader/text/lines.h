#pragma once

#include <string_view>
#include <vector>

namespace lockstep {

/// The lines of a text, without their ends. The last one may lack its end; an empty text has none.
[[nodiscard]] std::vector<std::string_view> lines_of(std::string_view text);

}  // namespace lockstep
