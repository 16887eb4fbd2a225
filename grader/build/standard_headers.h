#pragma once

#include <string>
#include <string_view>

namespace lockstep::build {

/// Which header has the name of the standard library that a compiler does not know, as a sentence.
/// \param message  the first line of an error of g++ or clang
/// \return empty when the error is another one, or the name is none of those that code with threads uses
[[nodiscard]] std::string missing_header(std::string_view message);

}  // namespace lockstep::build
