#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "result/result.h"

namespace lockstep::build {

/// A compiler's flags in words that belong together: "-I include" is one.
using FlagWords = std::vector<std::string>;

/// Whether this flag, as a word of its own, takes the next word with it: "-I", "-include".
[[nodiscard]] bool takes_next_word(std::string_view flag);

/// Flags of g++ or clang++ as they can serve a program that is compiled for the explorer.
struct ExploredFlags {
  std::vector<FlagWords> both;         ///< of C and C++ alike; paths are whole
  std::vector<FlagWords> c;            ///< of C alone: its standard
  std::vector<FlagWords> cxx;          ///< of C++ alone
  std::vector<FlagWords> link;         ///< of the linker
  std::vector<std::string> libraries;  ///< "-ltbb", in their order
  std::vector<std::string> left_out;   ///< accepted and not used: the explorer decides: "-O3"
};

/// Sorts flags.
/// \param folder  where relative paths begin
/// \param where   the flags stand, for messages: "CXXFLAGS"
/// \return an input error, with the reason, for a flag with which a program cannot be explored
[[nodiscard]] Result<ExploredFlags> explored_flags(std::span<const std::string> flags,
                                                   const std::filesystem::path& folder, std::string_view where);

/// Flags in the form of a file that is given to the compiler as @FILE: a line each.
[[nodiscard]] std::string response_file(std::span<const FlagWords> flags);

}  // namespace lockstep::build
