#pragma once

#include <filesystem>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "integrity/source_lines.h"
#include "integrity/suspicion.h"

namespace lockstep::integrity {

/// Whether a path, as the compiler knew it, is one of the learner's files.
using IsLearners = std::function<bool(std::string_view path)>;

/// Finds the learner's functions that access memory and that the compiler did not instrument, though it instruments
/// what it compiles: a race in them would be hidden from ThreadSanitizer and from the explorer.
/// \param instrumented  an object of a flavour for races
/// \param plain         objects of the flavour without a sanitizer. A function counts that accesses memory on a line
///                      which does so in one of these as well; they are read only when there is such a function.
/// \return each function once, at its first such line; none that may be making the object that it returns, where g++
///         instruments no access, since no other thread knows the object
[[nodiscard]] std::vector<Suspicion> uninstrumented(const std::filesystem::path& instrumented,
                                                    std::span<const std::filesystem::path> plain,
                                                    const IsLearners& is_learners);

}  // namespace lockstep::integrity
