#pragma once

namespace lockstep::linearize {

/// A line of a test. Not std::source_location, which clang does not have before version 16.
struct Caller {
  const char* file;
  int line;
};

/// The line that calls it, or that calls what has it as a default argument.
[[nodiscard]] constexpr Caller caller(const char* file = __builtin_FILE(), int line = __builtin_LINE()) {
  return {file, line};
}

}  // namespace lockstep::linearize
