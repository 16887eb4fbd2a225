#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "manifest/manifest.h"
#include "result/result.h"

namespace lockstep {

/// A mutant made by rule of which it is known that no test can tell it from its base: an entry of `equivalent.toml`.
struct EquivalentMutant {
  std::string made_by;  ///< the operator's name
  std::string file;     ///< one of `submit`; of a variant: `variants/NAME/FILE`
  std::string line;     ///< the text of the line that is changed, without the spaces around it
  std::string becomes;  ///< what that line becomes; empty when that need not be told
  std::string below;    ///< a line above it, the next one of that text; empty likewise
  std::string reason;   ///< it is equivalent
  int at_line = 0;      ///< of the entry in `equivalent.toml`
};

/// The name of the file, beside a lab's solution.
inline constexpr std::string_view kEquivalentFile = "equivalent.toml";

/// Reads `solution/equivalent.toml`.
/// \return none when there is no such file; an input error that lists every mistake as `read_manifest` does
[[nodiscard]] Result<std::vector<EquivalentMutant>> read_equivalents(const std::filesystem::path& solution);

}  // namespace lockstep
