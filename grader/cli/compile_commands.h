#pragma once

#include <filesystem>
#include <span>
#include <string>

#include "build/build.h"

namespace lockstep::cli {

/// How each source of the labs is compiled, for editors: a JSON compilation database
/// (https://clang.llvm.org/docs/JSONCompilationDatabase.html). Paths are those of the checkout, and the flags are what
/// every flavour shares.
/// \param labs  the labs' folders
[[nodiscard]] std::string compile_commands(const build::Kit& kit, std::span<const std::filesystem::path> labs);

/// Leaves that of all labs in the checkout's compile_commands.json, where clangd and others look for it. Needs nothing
/// to be built, and a reader never sees a part of it. A link, which is the user's own, stays; so does all where the
/// checkout cannot be written to.
void leave_compile_commands(const build::Kit& kit);

}  // namespace lockstep::cli
