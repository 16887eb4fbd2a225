#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lockstep::checks {

/// A function that is called, or a type that a variable, member or parameter has, in a file of interest.
struct Use {
  std::string name;  ///< qualified, without template arguments and the library's inner namespaces: "std::mutex"
  std::string file;  ///< as `FileOf` has named it
  int line = 0;

  friend auto operator<=>(const Use&, const Use&) = default;
};

/// Names the files of interest.
/// \param path  as the compiler knew it
/// \return nothing for all others
using FileOf = std::function<std::optional<std::string>(std::string_view path)>;

/// What the code in the files of interest uses, as the compiler has understood it: read from the program's debug
/// information (DWARF 5, chapter 3), which knows what macros, aliases, `auto` and inlining hide from a search in text.
/// \return each use once, sorted; none when the program has no debug information
[[nodiscard]] std::vector<Use> uses_in(const std::filesystem::path& program, const FileOf& file_of);

}  // namespace lockstep::checks
