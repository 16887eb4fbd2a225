#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lockstep::build {

struct Location {
  std::string file;  ///< relative to the staged lab where it is in there
  int line = 0;

  friend bool operator==(const Location&, const Location&) = default;
};

/// A compiler's message: "file:line:column: error: text", or a warning.
struct Diagnostic {
  Location at;
  std::string message;                                ///< the whole first line
  std::vector<std::string> excerpt = {};              ///< the source lines that the compiler shows below
  std::optional<Location> because_of = std::nullopt;  ///< the line in the staged lab that includes or instantiates it
  std::string instantiated = {};                      ///< what clang says below of the templates that led there
};

/// The errors that g++ or clang wrote to a log, in its order. Of a file of the hidden tests no source is among them.
/// \param staged_dir  whose files the log names
[[nodiscard]] std::vector<Diagnostic> diagnostics_in(std::string_view log, std::string_view staged_dir);

/// The warnings in a log about the submission's own files, in its order: a header's is one, however many files include
/// it. Those of the hidden tests are in none of these.
/// \param submit  the submission's files, relative
[[nodiscard]] std::vector<Diagnostic> warnings_in(std::string_view log, std::string_view staged_dir,
                                                  std::span<const std::string> submit);

}  // namespace lockstep::build
