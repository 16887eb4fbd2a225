#pragma once

#include <optional>
#include <string_view>

#include "integrity/suspicion.h"

namespace lockstep::integrity {

/// What a function of the C library does that no lab asks for.
struct Import {
  Severity severity{};
  std::string_view what;  ///< a clause: "starts another process"
};

/// \return nothing for a function that labs may need
[[nodiscard]] std::optional<Import> import_of(std::string_view symbol);

}  // namespace lockstep::integrity
