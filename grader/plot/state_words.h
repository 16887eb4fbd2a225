#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "measure/prediction.h"

namespace lockstep::plot {

/// "running", "waits for a lock" ...
[[nodiscard]] std::string_view words(ThreadState state);

/// A thread's name, by its number in a timeline: the first one is main.
[[nodiscard]] std::string thread_name(std::size_t number);

}  // namespace lockstep::plot
