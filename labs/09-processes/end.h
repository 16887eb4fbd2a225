#pragma once

#include <string>
#include <variant>

// Given.

/// A process ended by itself.
struct Exited {
  int code = 0;  ///< 0 to 255
};

/// A signal has ended a process.
struct Killed {
  int signal = 0;
};

/// How a process has ended.
using End = std::variant<Exited, Killed>;

/// \return "exited with code 3", "was killed by signal 13"
inline std::string describe(const End& end) {
  if (const auto* exited = std::get_if<Exited>(&end)) return "exited with code " + std::to_string(exited->code);
  return "was killed by signal " + std::to_string(std::get<Killed>(end).signal);
}
