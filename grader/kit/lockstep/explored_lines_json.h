#pragma once

#include "lockstep/explored_lines.h"

namespace lockstep {

/// Lines of a file as `lockstep.grade/1` writes them: first and last of each run of lines.
/// \tparam Json  nlohmann::json or nlohmann::ordered_json
template <class Json>
[[nodiscard]] Json explored_lines_json(const ExploredLines& lines) {
  return {{"file", lines.file}, {"ran", ranges(lines.ran)}, {"never", ranges(lines.never)}};
}

}  // namespace lockstep
