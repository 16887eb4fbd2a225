#include "explorer/report/trace.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>

#include "explorer/schedule/schedule.h"

namespace lockstep::explorer {
namespace {

constexpr std::size_t kColumn = 3;
constexpr std::size_t kColumns = 8;  ///< threads beyond them share the columns, and are told apart by their names
constexpr std::size_t kWidth = 100;

/// The line of source at a place, without its indentation; empty when the file cannot be read.
std::string source_line(const Frame& frame) {
  std::ifstream file(frame.file);
  std::string line;
  for (int number = 0; number < frame.line; ++number) {
    if (!std::getline(file, line)) return {};
  }
  line.erase(0, line.find_first_not_of(" \t"));
  return line;
}

bool decisive(const Step& step, const RawFinding& finding) {
  return step.operation.place != 0 &&
         std::find(finding.places.begin(), finding.places.end(), step.operation.place) != finding.places.end();
}

/// Whether a step is GoogleTest's, which locks while it writes down the expectation that failed.
bool of_the_test_library(const Step& step, const RawFinding& finding, Symbols& symbols) {
  const bool locks = step.operation.kind == OpKind::kLock || step.operation.kind == OpKind::kUnlock;
  if (!locks || !finding.source || step.operation.place == 0) return false;
  const Frame expectation{.function = {}, .file = finding.source->file, .line = finding.source->line};
  return symbols.place(step.operation.place) == expectation.place();
}

std::string line_of(std::size_t number, const Step& step, const RawFinding& finding, Symbols& symbols) {
  std::array<char, 16> head{};
  std::snprintf(head.data(), head.size(), "%5zu %c ", number + 1, decisive(step, finding) ? '>' : ' ');
  std::string line = head.data();
  line.append(static_cast<std::size_t>(step.thread) % kColumns * kColumn, ' ');
  line += name(step.thread);
  line += "  ";
  line += name(step.operation.kind);
  if (!step.note.empty()) line += " (" + step.note + ")";
  if (const Frame* frame = step.operation.place == 0 ? nullptr : symbols.own_frame(step.operation.place)) {
    line.resize(std::max<std::size_t>(line.size() + 2, 40), ' ');
    line += symbols.place(step.operation.place) + "  " + source_line(*frame);
  }
  return line.substr(0, kWidth) + "\n";
}

}  // namespace

std::string readable(const std::string& message, const RawFinding& finding, Symbols& symbols) {
  std::string text = symbols.resolve(message);
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  constexpr std::string_view kMemory = "{memory}";
  if (const std::size_t at = text.find(kMemory); at != std::string::npos) {
    const std::string name = symbols.variable(finding.address);
    text.replace(at, kMemory.size(), name.empty() ? "the same memory" : "`" + name + "`");
  }
  return text;
}

std::string trace_text(const std::vector<Step>& steps, const RawFinding& finding, Symbols& symbols,
                       std::size_t most_lines) {
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const bool hidden = steps[i].hidden || of_the_test_library(steps[i], finding, symbols);
    if (decisive(steps[i], finding) || !hidden) shown.push_back(i);
  }
  std::string text;
  const std::size_t left_out = shown.size() > most_lines ? shown.size() - most_lines : 0;
  const std::size_t shown_first = left_out == 0 ? shown.size() : most_lines / 4;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    if (i == shown_first && left_out > 0) {
      text += "        ... " + std::to_string(left_out) + " steps ...\n";
      i += left_out;
    }
    text += line_of(i, steps[shown[i]], finding, symbols);
  }
  return text;
}

}  // namespace lockstep::explorer
