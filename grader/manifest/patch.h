#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "result/result.h"

namespace lockstep {

/// One place of a file that a patch changes, with the lines around it.
struct Hunk {
  int line = 0;                     ///< where it begins in the patch
  std::size_t start = 0;            ///< how many lines of the file stand before it
  std::vector<std::string> before;  ///< the lines it replaces, context included, each with its end of line
  std::vector<std::string> after;   ///< what they become
  std::size_t lead = 0;             ///< lines of context at its beginning
  std::size_t trail = 0;            ///< likewise at its end
};

/// What a patch changes in one file.
struct FileChange {
  std::string file;  ///< relative to the lab's folder; one of `submit`
  std::vector<Hunk> hunks;
};

/// A unified patch of files that a lab submits.
struct Patch {
  std::filesystem::path path;  ///< of the patch itself
  std::vector<FileChange> files;
  int changed_lines = 0;  ///< lines taken out and put in, together
};

/// Lines around a change that a patch must show, where the file has so many.
inline constexpr std::size_t kPatchContext = 3;

/// Reads a patch as `diff -u --label a/FILE --label b/FILE` writes it. It may change files of `submit`, and neither
/// make nor remove any.
/// \param text    the content of `path`
/// \return an input error for the first line that is not as it must be: `path:line: found ...; accepted: ...`
[[nodiscard]] Result<Patch> read_patch(const std::filesystem::path& path, std::string_view text,
                                       const std::vector<std::string>& submit);

/// Applies what `patch` changes in `file` to the text of the file. Each hunk must fit exactly, at the line it names.
/// \return the text as it is when the patch does not change the file; an input error names the first hunk that does
///         not fit, and says why.
[[nodiscard]] Result<std::string> apply(const Patch& patch, std::string_view file, std::string_view text);

}  // namespace lockstep
