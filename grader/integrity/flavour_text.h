#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "build/build.h"
#include "integrity/suspicion.h"

namespace lockstep::integrity {

/// A line that the compiler's preprocessor made of a learner's own.
struct TextLine {
  std::string file;  ///< as the compiler named it
  int line = 0;      ///< 1-based
  std::string text;  ///< all space between words is one blank; never empty

  bool operator==(const TextLine&) const = default;
};

/// The learner's lines in what `-E` wrote, in its order; those of the system's, the lab's and the kit's headers may
/// differ between the flavours.
/// \param is_learners  whether a path, as the compiler named it, is one of the learner's files
[[nodiscard]] std::vector<TextLine> learners_lines(std::string_view preprocessed,
                                                   const std::function<bool(std::string_view path)>& is_learners);

/// What can no longer be believed when code hides from a flavour; nothing for the one whose code is run as it is.
[[nodiscard]] std::optional<Affects> watched_by(build::Flavour flavour);

/// Compares what the flavours make of one file.
/// \return a suspicion, at the first line that differs, for each thing that can no longer be believed; none where all
///         are the same
[[nodiscard]] std::vector<Suspicion> differences(const std::map<build::Flavour, std::vector<TextLine>>& flavours);

}  // namespace lockstep::integrity
