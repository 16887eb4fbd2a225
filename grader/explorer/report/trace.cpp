#include "explorer/report/trace.h"

#include <algorithm>
#include <fstream>
#include <utility>

#include "explorer/report/rows.h"
#include "explorer/schedule/schedule.h"

namespace lockstep::explorer {
namespace {

constexpr std::size_t kColumn = 3;
constexpr std::size_t kColumns = 8;  ///< threads beyond them share the columns, and are told apart by their names
constexpr std::size_t kWidth = 100;
constexpr std::size_t kHead = 8;  ///< a number and a mark

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

/// What a step concerns: as the finding's message calls it, and by its name in the program where the debug information
/// has one.
std::string object_of(const Step& step, Symbols& symbols) {
  if (step.waits || step.operation.object == nullptr) return step.object;
  const std::string name = symbols.variable(reinterpret_cast<std::uintptr_t>(step.operation.object));
  if (name.empty()) return step.object;
  return step.object.empty() ? "`" + name + "`" : step.object + " `" + name + "`";
}

/// Up to where the text of a thread's step begins.
std::string indented(std::string head, const Step& step) {
  head.append(static_cast<std::size_t>(step.thread) % kColumns * kColumn, ' ');
  return head;
}

std::string head_of(const Row& row) {
  const std::string number = row.number > 0 ? std::to_string(row.number) : "";
  std::string head(kHead - 3 - std::min(number.size(), kHead - 3), ' ');
  return head + number + (row.decisive ? " > " : "   ");
}

/// What a step does, and what came of it. What has no number says what it concerns, too: it is all there is to see.
std::string what_of(const Step& step, Symbols& symbols) {
  if (step.waits) return "waits for " + step.object;
  std::string text(name(step.operation.kind));
  if (step.access) {
    const std::string object = object_of(step, symbols);
    if (!object.empty()) text += " " + object;
  }
  return step.note.empty() ? text : text + " (" + step.note + ")";
}

std::string line_of(const Row& row, const Step& step, Symbols& symbols) {
  std::string line = indented(head_of(row), step) + name(step.thread) + "  " + what_of(step, symbols);
  if (const Frame* frame = step.operation.place == 0 ? nullptr : symbols.own_frame(step.operation.place)) {
    line.resize(std::max<std::size_t>(line.size() + 2, 40), ' ');
    line += symbols.place(step.operation.place) + "  " + source_line(*frame);
  }
  return line.substr(0, kWidth) + "\n";
}

/// What stands below a step: why it matters, and how often its round comes again.
std::string remarks_of(const Row& row, const Step& step) {
  const std::string below(kHead, ' ');
  std::string text;
  if (!row.why.empty()) text += indented(below, step) + "^ " + row.why + "\n";
  if (row.more_rounds > 0) {
    const std::string round = row.round == 1 ? "this step" : "these " + std::to_string(row.round) + " steps";
    text += indented(below, step) + "... " + round + " " + std::to_string(row.more_rounds) +
            (row.more_rounds == 1 ? " time" : " times") + " more ...\n";
  }
  return text;
}

TraceStep typed_step(const Row& row, const Step& step, Symbols& symbols) {
  constexpr std::size_t kMostText = 200;
  TraceStep typed{.number = row.number,
                  .thread = name(step.thread),
                  .what = step.waits ? "waits for" : std::string(name(step.operation.kind)),
                  .note = step.note,
                  .object = object_of(step, symbols).substr(0, kMostText),
                  .decisive = row.decisive,
                  .why = row.why,
                  .waits = step.waits,
                  .stale = step.note.ends_with(kOlderValue)};
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
  std::string text;
  for (const Row& row : rows_of(steps, finding, symbols, most_lines)) {
    // A thread that goes round a loop for ever has shown it.
    if (steps[row.step].waits && steps[row.step].object.empty()) continue;
    if (row.left_out > 0) text += "        ... " + std::to_string(row.left_out) + " steps ...\n";
    text += line_of(row, steps[row.step], symbols) + remarks_of(row, steps[row.step]);
  }
  return text;
}

std::vector<TraceStep> trace_steps(const std::vector<Step>& steps, const RawFinding& finding, Symbols& symbols,
                                   std::size_t most_steps) {
  std::vector<TraceStep> typed;
  std::size_t behind = 0;  // the row before
  for (const Row& row : rows_of(steps, finding, symbols, most_steps)) {
    typed.push_back(typed_step(row, steps[row.step], symbols));
    typed.back().left_out = row.left_out + std::exchange(behind, row.folded());
  }
  return typed;
}

std::vector<TraceStep> every_step(const std::vector<Step>& steps, const RawFinding& finding, Symbols& symbols,
                                  std::size_t most) {
  std::vector<TraceStep> typed;
  for (const Row& row : whole_rows_of(steps, finding, symbols)) {
    if (typed.size() == most) break;
    typed.push_back(typed_step(row, steps[row.step], symbols));
  }
  return typed;
}

}  // namespace lockstep::explorer
