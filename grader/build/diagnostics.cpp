#include "build/diagnostics.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>

#include "build/staging.h"
#include "text/lines.h"

namespace lockstep::build {
namespace {

/// Reads "file:line", and whatever follows.
std::optional<Location> read_location(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  Location location{.file = std::string(text.substr(0, colon))};
  std::from_chars(text.data() + colon + 1, text.data() + text.size(), location.line);
  return location.line > 0 ? std::optional(location) : std::nullopt;
}

bool is_error(std::string_view line) {
  return line.find(": error: ") != std::string_view::npos || line.find(": fatal error: ") != std::string_view::npos;
}

bool is_warning(std::string_view line) { return line.find(": warning: ") != std::string_view::npos; }

/// Of a line that is an error or a warning.
std::optional<Diagnostic> read_diagnostic(std::string_view line, std::string_view staged_dir) {
  if (line.starts_with(staged_dir)) line.remove_prefix(std::min(staged_dir.size() + 1, line.size()));
  const auto at = read_location(line);
  return at ? std::optional(Diagnostic{.at = *at, .message = std::string(line)}) : std::nullopt;
}

/// The compiler quotes source as "   12 | text" and "      | ^~~~".
bool is_excerpt(std::string_view line) {
  const auto bar = line.find(" | ");
  return bar != std::string_view::npos && line.find_first_not_of(" 0123456789") == bar + 1;
}

bool is_instantiation(std::string_view line) {
  return line.find(": note: in instantiation of ") != std::string_view::npos;
}

/// The line of the lab that a header is included from, or a template instantiated from: g++ says so before an error,
/// clang after it.
std::optional<Location> read_cause(std::string_view line, std::string_view staged_dir) {
  const bool included = line.starts_with("In file included from ") || line.starts_with("                 from ");
  const bool instantiated = line.ends_with("required from here") || is_instantiation(line);
  const auto at = line.find(staged_dir);
  if ((!included && !instantiated) || at == std::string_view::npos) return std::nullopt;
  return read_location(line.substr(std::min(at + staged_dir.size() + 1, line.size())));
}

/// A file of the hidden tests, whose lines are never shown.
bool is_hidden(std::string_view file) { return file.starts_with(std::string(kHiddenFolder) + "/"); }

/// The compiler's own advice, such as a header that is missing.
std::optional<std::string> read_advice(std::string_view line) {
  constexpr std::string_view kNote = ": note: ";
  const auto note = line.find(kNote);
  if (note == std::string_view::npos || line.find("did you forget to") == std::string_view::npos) return std::nullopt;
  return std::string(line.substr(note + 2));
}

}  // namespace

std::vector<Diagnostic> diagnostics_in(std::string_view log, std::string_view staged_dir) {
  std::vector<Diagnostic> diagnostics;
  std::optional<Location> cause;
  bool last_is_open = false;
  bool notes_follow = false;
  bool may_be_instantiated = false;  // clang names first the header that includes, and below the line that instantiates
  for (const std::string_view line : lines_of(log)) {
    if (line.starts_with("FAILED: ")) {  // another file is compiled: what came before were warnings
      cause.reset();
      notes_follow = false;
    }
    if (notes_follow && is_instantiation(line)) diagnostics.back().instantiated += line;
    if (auto found = read_cause(line, staged_dir)) {
      if (notes_follow && is_instantiation(line)) {
        if (std::exchange(may_be_instantiated, false)) diagnostics.back().because_of = std::move(found);
      } else {
        cause = std::move(found);
      }
    }
    if (auto diagnostic = is_error(line) ? read_diagnostic(line, staged_dir) : std::nullopt) {
      diagnostics.push_back(std::move(*diagnostic));
      diagnostics.back().because_of = std::exchange(cause, std::nullopt);
      last_is_open = notes_follow = may_be_instantiated = true;
    } else if (last_is_open && is_excerpt(line)) {
      if (!is_hidden(diagnostics.back().at.file)) diagnostics.back().excerpt.emplace_back(line);
    } else if (auto advice = notes_follow ? read_advice(line) : std::nullopt) {
      if (!is_hidden(diagnostics.back().at.file)) diagnostics.back().excerpt.push_back(std::move(*advice));
      last_is_open = false;
    } else if (line.find(": note: ") != std::string_view::npos || is_warning(line)) {
      last_is_open = false;
    }
  }
  return diagnostics;
}

std::vector<Diagnostic> warnings_in(std::string_view log, std::string_view staged_dir,
                                    std::span<const std::string> submit) {
  std::vector<Diagnostic> warnings;
  std::set<std::string> seen;
  bool last_is_open = false;
  for (const std::string_view line : lines_of(log)) {
    if (last_is_open && is_excerpt(line)) {
      warnings.back().excerpt.emplace_back(line);
      continue;
    }
    auto warning = is_warning(line) ? read_diagnostic(line, staged_dir) : std::nullopt;
    last_is_open = warning && std::find(submit.begin(), submit.end(), warning->at.file) != submit.end() &&
                   seen.insert(warning->message).second;
    if (last_is_open) warnings.push_back(std::move(*warning));
  }
  return warnings;
}

}  // namespace lockstep::build
