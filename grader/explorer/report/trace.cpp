#include "explorer/report/trace.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <utility>

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

/// Which of the steps are shown.
struct Shown {
  std::vector<std::size_t> steps;  ///< those that say something, by their place among all
  std::size_t left_out = 0;        ///< so many of them are too many
  std::size_t first = 0;           ///< and are left out behind so many
};

Shown shown_of(const std::vector<Step>& steps, const RawFinding& finding, Symbols& symbols, std::size_t most) {
  Shown shown;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const bool hidden = steps[i].hidden || of_the_test_library(steps[i], finding, symbols);
    if (!steps[i].waits && !steps[i].access && (decisive(steps[i], finding) || !hidden)) shown.steps.push_back(i);
  }
  shown.left_out = shown.steps.size() > most ? shown.steps.size() - most : 0;
  shown.first = shown.left_out == 0 ? shown.steps.size() : most / 4;
  return shown;
}

/// What a step concerns: as the finding's message calls it, and by its name in the program where the debug information
/// has one.
std::string object_of(const Step& step, Symbols& symbols) {
  if (step.waits || step.operation.object == nullptr) return step.object;
  const std::string name = symbols.variable(reinterpret_cast<std::uintptr_t>(step.operation.object));
  if (name.empty()) return step.object;
  return step.object.empty() ? "`" + name + "`" : step.object + " `" + name + "`";
}

TraceStep typed_step(std::size_t number, const Step& step, const RawFinding& finding, Symbols& symbols) {
  constexpr std::size_t kMostText = 200;
  TraceStep typed{.number = number,
                  .thread = name(step.thread),
                  .what = step.waits ? "waits for" : std::string(name(step.operation.kind)),
                  .note = step.note,
                  .object = object_of(step, symbols).substr(0, kMostText),
                  .decisive = decisive(step, finding),
                  .waits = step.waits};
  if (const Frame* frame = step.operation.place == 0 ? nullptr : symbols.own_frame(step.operation.place)) {
    typed.file = frame->file;
    typed.line = std::max(0, frame->line);
    typed.code = source_line(*frame).substr(0, kMostText);
  }
  constexpr std::size_t kMostHeld = 64;
  for (const Holding& holding : step.held_then) {
    if (typed.held_then.size() < kMostHeld) typed.held_then.push_back({name(holding.thread), holding.lock});
  }
  return typed;
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
  const Shown shown = shown_of(steps, finding, symbols, most_lines);
  std::string text;
  for (std::size_t i = 0; i < shown.steps.size(); ++i) {
    if (i == shown.first && shown.left_out > 0) {
      text += "        ... " + std::to_string(shown.left_out) + " steps ...\n";
      i += shown.left_out;
    }
    text += line_of(i, steps[shown.steps[i]], finding, symbols);
  }
  return text;
}

std::vector<TraceStep> trace_steps(const std::vector<Step>& steps, const RawFinding& finding, Symbols& symbols,
                                   std::size_t most_steps) {
  const Shown shown = shown_of(steps, finding, symbols, most_steps);
  std::vector<TraceStep> typed;
  std::size_t number = 0;  // of the latest step that the text has, or leaves out
  std::uint64_t left_out = 0;
  const auto add = [&](std::size_t shown_as, const Step& step) {
    typed.push_back(typed_step(shown_as, step, finding, symbols));
    typed.back().left_out = std::exchange(left_out, 0);
  };
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (steps[i].waits || steps[i].access) {
      if (decisive(steps[i], finding)) add(0, steps[i]);
    } else if (number < shown.steps.size() && shown.steps[number] == i) {
      const bool in_gap = number >= shown.first && number < shown.first + shown.left_out;
      ++number;
      if (in_gap) {
        ++left_out;
      } else {
        add(number, steps[i]);
      }
    }
  }
  return typed;
}

}  // namespace lockstep::explorer
