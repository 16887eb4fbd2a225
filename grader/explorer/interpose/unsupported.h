#pragma once

#include <string_view>

namespace lockstep::explorer {

inline constexpr std::string_view kWaitsOutside = "It would wait for something outside the program.";
inline constexpr std::string_view kOneProcess = "It explores the threads of one process.";
inline constexpr std::string_view kSignalsComeAnywhere =
    "A signal comes at any instruction, not only between visible operations.";

/// Ends the schedule: the program makes a call that the explorer cannot put in order.
/// \param call    with its parentheses, and what it would wait for: "read() on an empty pipe"
/// \param why     a sentence
/// \param caller  the call returns there
[[noreturn]] void unsupported(std::string_view call, std::string_view why, const void* caller);

}  // namespace lockstep::explorer
