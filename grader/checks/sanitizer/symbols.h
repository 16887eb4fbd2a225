#pragma once

#include <filesystem>
#include <functional>
#include <string_view>

namespace lockstep::checks {

/// Whether an object file's symbol table has a name, of what it defines or of what it needs, that `matches`.
/// \return false also for a file that is no object
[[nodiscard]] bool any_symbol(const std::filesystem::path& object,
                              const std::function<bool(std::string_view mangled)>& matches);

}  // namespace lockstep::checks
