#include "build/compile_errors.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>
#include <vector>

#include "build/compile_help.h"
#include "build/diagnostics.h"
#include "build/tool.h"
#include "text/lines.h"

namespace lockstep::build {
namespace {

constexpr std::size_t kMostLines = 20;

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

/// \param diagnostics  what is shown
/// \param all          among which the sentence of help is looked for
std::string text_of(std::span<const Diagnostic> diagnostics, std::span<const Diagnostic> all) {
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
  if (const std::size_t more = diagnostics.size() - shown; more > 0) {
    text += fmt::format("\nand {} more {}", more, more == 1 ? "error" : "errors");
  }
  const Diagnostic& first = diagnostics.front();
  const std::string help = help_for(all, first.because_of.value_or(first.at));
  if (!help.empty()) text += "\n" + help;
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
  if (!own.empty())
    return BuildFailure{.text = text_of(own, own), .file = own.front().at.file, .line = own.front().at.line};

  const auto caused = std::find_if(diagnostics.begin(), diagnostics.end(), [&](const Diagnostic& diagnostic) {
    return diagnostic.because_of && is_submitted(*diagnostic.because_of);
  });
  if (caused != diagnostics.end()) {
    const Location& cause = *caused->because_of;
    return BuildFailure{
        .text = fmt::format("{}:{}: what this line includes, or makes of a template, does not compile:\n{}", cause.file,
                            cause.line, text_of({&*caused, 1}, diagnostics)),
        .file = cause.file,
        .line = cause.line};
  }

  const bool gave_headers = std::any_of(submit.begin(), submit.end(), is_header);
  if (gave_headers && !diagnostics.empty()) {
    return BuildFailure{
        .text = "The lab's own code does not compile with your header:\n" + text_of(diagnostics, diagnostics),
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

std::string lab_errors(std::string_view log, const std::filesystem::path& staged_dir) {
  const auto diagnostics = diagnostics_in(log, staged_dir.string());
  return diagnostics.empty() ? "" : text_of(diagnostics, diagnostics);
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
