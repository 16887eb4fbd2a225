#pragma once

#include <filesystem>
#include <string>

#include "result/result.h"

namespace lockstep::integrity {

/// What of an object file becomes part of a program: the content of its loaded sections, and what the linker fills into
/// them. Debug information is no part of it, so two sources of which the compiler makes the same code have the same.
/// \return bytes to compare, and no more; an input error when it is no object file
[[nodiscard]] Result<std::string> loaded_parts(const std::filesystem::path& object);

}  // namespace lockstep::integrity
