#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lockstep::cli {

/// The words of a command line, with those for a compiler apart.
struct SeparatedWords {
  std::vector<std::string> own;
  std::vector<std::string> flags;
};

/// Separates a compiler's flags: words that begin with a single dash, and their values. -j and -h are Lockstep's.
/// \param takes_value  of an option of Lockstep's, with its dashes: whether its value is the next word
[[nodiscard]] SeparatedWords separate_compiler_flags(const std::vector<std::string>& words,
                                                     const std::function<bool(const std::string&)>& takes_value);

/// Words as a shell reads them: quotes and backslashes group. \return nothing where a quote is open at the end
[[nodiscard]] std::optional<std::vector<std::string>> shell_words(std::string_view text);

}  // namespace lockstep::cli
