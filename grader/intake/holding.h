#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>

#include "result/result.h"

namespace lockstep::intake {

/// The files of one submission, wherever they lie: in a folder, an archive or a repository. Paths are relative, with
/// '/' between their parts, and lead nowhere else.
struct Holding {
  std::set<std::string> files;
  std::set<std::string> links = {};  ///< symbolic and hard links, which are never followed
  /// The content of one of `files`; an input error where it cannot be had.
  std::function<Result<std::string>(const std::string& path)> read = {};
  std::string received = {};  ///< when it was made, as it says itself: ISO 8601, UTC; empty: not known
};

/// What leads out of the submission, or is no path at all, in a path as an archive spells it: a sentence.
/// \return empty when the path is harmless
[[nodiscard]] std::string harm_in(std::string_view path);

/// Files that an operating system or an editor leaves beside those of the learner.
[[nodiscard]] bool is_litter(std::string_view path);

}  // namespace lockstep::intake
