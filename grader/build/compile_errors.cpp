#include "build/compile_errors.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "build/staging.h"
#include "build/tool.h"

namespace lockstep::build {
namespace {

constexpr std::size_t kMostLines = 20;

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

struct Location {
  std::string file;  ///< relative to the staged lab where it is in there
  int line = 0;
};

/// Reads "file:line", and whatever follows.
std::optional<Location> read_location(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  Location location{.file = std::string(text.substr(0, colon))};
  std::from_chars(text.data() + colon + 1, text.data() + text.size(), location.line);
  return location.line > 0 ? std::optional(location) : std::nullopt;
}

/// A compiler's message: "file:line:column: error: text".
struct Diagnostic {
  Location at;
  std::string message;                                ///< the whole first line
  std::vector<std::string> excerpt = {};              ///< the source lines that the compiler shows below
  std::optional<Location> because_of = std::nullopt;  ///< the line in the staged lab that includes or instantiates it
};

std::optional<Diagnostic> read_diagnostic(std::string_view line, std::string_view staged_dir) {
  const auto error = std::min(line.find(": error: "), line.find(": fatal error: "));
  if (error == std::string_view::npos) return std::nullopt;
  if (line.starts_with(staged_dir)) line.remove_prefix(std::min(staged_dir.size() + 1, line.size()));
  const auto at = read_location(line);
  return at ? std::optional(Diagnostic{.at = *at, .message = std::string(line)}) : std::nullopt;
}

/// The compiler quotes source as "   12 | text" and "      | ^~~~".
bool is_excerpt(std::string_view line) {
  const auto bar = line.find(" | ");
  return bar != std::string_view::npos && line.find_first_not_of(" 0123456789") == bar + 1;
}

/// The line of the lab that a header is included from, or a template instantiated from: g++ says so before an error,
/// clang after it.
std::optional<Location> read_cause(std::string_view line, std::string_view staged_dir) {
  const bool included = line.starts_with("In file included from ") || line.starts_with("                 from ");
  const bool instantiated =
      line.ends_with("required from here") || line.find(": note: in instantiation of ") != std::string_view::npos;
  const auto at = line.find(staged_dir);
  if ((!included && !instantiated) || at == std::string_view::npos) return std::nullopt;
  return read_location(line.substr(std::min(at + staged_dir.size() + 1, line.size())));
}

/// A file of the hidden tests, whose lines are never shown.
bool is_hidden(std::string_view file) { return file.starts_with(std::string(kHiddenFolder) + "/"); }

std::vector<Diagnostic> diagnostics_in(std::string_view log, const std::string& staged_dir) {
  std::vector<Diagnostic> diagnostics;
  std::optional<Location> cause;
  bool last_is_open = false;
  bool notes_follow = false;
  for (const std::string_view line : lines_of(log)) {
    if (line.starts_with("FAILED: ")) cause.reset();  // another file is compiled: what came before were warnings
    if (auto found = read_cause(line, staged_dir)) {
      if (notes_follow && line.find(": note: ") != std::string_view::npos) {
        diagnostics.back().because_of = std::move(found);
        notes_follow = false;
      } else {
        cause = std::move(found);
      }
    }
    if (auto diagnostic = read_diagnostic(line, staged_dir)) {
      diagnostics.push_back(std::move(*diagnostic));
      diagnostics.back().because_of = std::exchange(cause, std::nullopt);
      last_is_open = notes_follow = true;
    } else if (last_is_open && is_excerpt(line)) {
      if (!is_hidden(diagnostics.back().at.file)) diagnostics.back().excerpt.emplace_back(line);
    } else if (line.find(": note: ") != std::string_view::npos || line.find(": warning: ") != std::string_view::npos) {
      last_is_open = false;
    }
  }
  return diagnostics;
}

/// The symbol that a linker's line is about. GNU ld writes `name', lld writes name alone, mold puts the object's path
/// and a colon before it.
std::string symbol_after(std::string_view line, std::string_view key) {
  std::string_view rest = line.substr(line.find(key) + key.size());
  rest.remove_prefix(std::min(rest.find_first_not_of(" :`'\""), rest.size()));
  rest = rest.substr(0, rest.find_first_of("'\""));
  if (const auto path_end = rest.rfind(".o: "); path_end != std::string_view::npos) rest.remove_prefix(path_end + 4);
  return std::string(rest);
}

std::vector<std::string> linker_sentences(std::string_view log) {
  std::vector<std::string> sentences;
  std::set<std::string> seen;
  const auto add = [&](std::string sentence) {
    if (seen.insert(sentence).second) sentences.push_back(std::move(sentence));
  };
  for (const std::string_view line : lines_of(log)) {
    for (const std::string_view key : {"undefined reference to", "undefined symbol:"}) {
      if (line.find(key) == std::string_view::npos) continue;
      add(
          fmt::format("{} is used, but none of your files defines it: is it missing, or does its signature differ from "
                      "the header's?",
                      symbol_after(line, key)));
    }
    for (const std::string_view key : {"multiple definition of", "duplicate symbol:"}) {
      if (line.find(key) == std::string_view::npos) continue;
      add(fmt::format("{} is defined twice: the kit has one of its own, so remove yours", symbol_after(line, key)));
    }
  }
  return sentences;
}

/// What the assembler or the linker does not take, in its own words: only assembly and attributes of the learner's lead
/// there.
std::vector<std::string> refusals_of_tools(std::string_view log) {
  std::vector<std::string> lines;
  for (const std::string_view line : lines_of(log)) {
    const bool of_assembler = line.find(": Error: ") != std::string_view::npos || line.starts_with("{standard input}:");
    const bool of_linker = line.find("mold: ") != std::string_view::npos || line.find("ld: ") != std::string_view::npos;
    if ((of_assembler || of_linker) && lines.size() < kMostLines) lines.emplace_back(line.substr(0, 300));
  }
  if (!lines.empty()) lines.insert(lines.begin(), "The assembler or the linker does not take what your code makes:");
  return lines;
}

std::string text_of(std::span<const Diagnostic> diagnostics) {
  std::vector<std::string_view> lines;
  std::size_t shown = 0;
  for (const Diagnostic& diagnostic : diagnostics) {
    if (!lines.empty() && lines.size() + 1 + diagnostic.excerpt.size() > kMostLines) break;
    lines.push_back(diagnostic.message);
    lines.insert(lines.end(), diagnostic.excerpt.begin(), diagnostic.excerpt.end());
    ++shown;
  }
  std::string text;
  for (const std::string_view line :
       lines.size() > kMostLines ? std::span(lines).first(kMostLines) : std::span(lines)) {
    text += fmt::format("{}{}", text.empty() ? "" : "\n", line.substr(0, 300));
  }
  if (shown < diagnostics.size()) text += fmt::format("\nand {} more errors", diagnostics.size() - shown);
  return text;
}

bool is_header(std::string_view file) { return file.ends_with(".h") || file.ends_with(".hpp"); }

}  // namespace

std::optional<BuildFailure> compile_errors(std::string_view log, const std::filesystem::path& staged_dir,
                                           std::span<const std::string> submit) {
  const auto diagnostics = diagnostics_in(log, staged_dir.string());
  const auto is_submitted = [&](const Location& location) {
    return std::find(submit.begin(), submit.end(), location.file) != submit.end();
  };
  std::vector<Diagnostic> own;
  std::copy_if(diagnostics.begin(), diagnostics.end(), std::back_inserter(own),
               [&](const Diagnostic& diagnostic) { return is_submitted(diagnostic.at); });
  if (!own.empty()) return BuildFailure{.text = text_of(own), .file = own.front().at.file, .line = own.front().at.line};

  const auto caused = std::find_if(diagnostics.begin(), diagnostics.end(), [&](const Diagnostic& diagnostic) {
    return diagnostic.because_of && is_submitted(*diagnostic.because_of);
  });
  if (caused != diagnostics.end()) {
    const Location& cause = *caused->because_of;
    return BuildFailure{
        .text = fmt::format("{}:{}: what this line includes, or makes of a template, does not compile:\n{}", cause.file,
                            cause.line, text_of({&*caused, 1})),
        .file = cause.file,
        .line = cause.line};
  }

  const bool gave_headers = std::any_of(submit.begin(), submit.end(), is_header);
  if (gave_headers && !diagnostics.empty()) {
    return BuildFailure{.text = "The lab's own code does not compile with your header:\n" + text_of(diagnostics),
                        .file = "",
                        .line = 0};
  }
  auto sentences = linker_sentences(log);
  if (sentences.empty()) sentences = refusals_of_tools(log);
  if (!sentences.empty()) {
    std::string text;
    for (const auto& sentence : sentences) text += (text.empty() ? "" : "\n") + sentence;
    return BuildFailure{.text = text, .file = submit.empty() ? "" : submit.front(), .line = 0};
  }
  return std::nullopt;
}

std::optional<BuildFailure> exceeded_limit(std::string_view log) {
  // What g++, clang, their assembler and the linkers say where the kernel stopped them or gave them nothing more.
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kWords{
      {{"CPU time limit exceeded", "takes too much CPU time"},
       {"virtual memory exhausted", "takes too much memory"},
       {"out of memory", "takes too much memory"},
       {"memory exhausted", "takes too much memory"},
       {"std::bad_alloc", "takes too much memory"},
       {"File too large", "makes too large a file"}}};
  for (const auto& [words, what] : kWords) {
    if (log.find(words) == std::string_view::npos) continue;
    return BuildFailure{.text = fmt::format("Compiling your files {}: one compiler may take {} s and {} MB, and write "
                                            "128 MB. Does a file include itself, or a template recur without end?",
                                            what, kCompilerCpu.count(), kCompilerBytes >> 20),
                        .file = "",
                        .line = 0};
  }
  return std::nullopt;
}

std::optional<BuildFailure> stopped_compiler(const process::Exit& exit) {
  if (std::holds_alternative<process::Exited>(exit)) return std::nullopt;
  const bool starved = std::holds_alternative<process::Starved>(exit);
  const std::string_view question = starved ? "" : " Does a file include itself, or a template recur without end?";
  return BuildFailure{.text = fmt::format("Compiling your files {}.{}", process::describe(exit), question),
                      .file = "",
                      .line = 0,
                      .starved = starved};
}

}  // namespace lockstep::build
