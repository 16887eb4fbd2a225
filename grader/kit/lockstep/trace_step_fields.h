#pragma once

#include <charconv>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "lockstep/trace_step.h"

namespace lockstep {

/// The most steps of a finding that are read, and the most bytes of a text in them: a learner's program may have
/// written both.
inline constexpr std::size_t kMostTraceSteps = 200;
inline constexpr std::size_t kMostTraceText = 1000;

namespace trace_step_fields {

inline constexpr std::size_t kFields = 13;  ///< of a step, before the locks that are held

/// What would end a field or a line becomes a space.
[[nodiscard]] inline std::string field(std::string text) {
  for (char& c : text) {
    if (c == '\t' || c == '\n') c = ' ';
  }
  return text;
}

template <class Number>
[[nodiscard]] bool read_number(std::string_view text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size() && number >= 0;
}

/// \return fewer than kFields when a text is too long
[[nodiscard]] inline std::vector<std::string> split(std::string_view line) {
  std::vector<std::string> fields;
  for (;;) {
    const std::string_view field = line.substr(0, line.find('\t'));
    if (field.size() > kMostTraceText) return {};
    fields.emplace_back(field);
    if (field.size() == line.size()) return fields;
    line.remove_prefix(field.size() + 1);
  }
}

/// \return false when it makes no sense
[[nodiscard]] inline bool read(std::vector<std::string> fields, TraceStep& step) {
  if (fields.size() < kFields || (fields.size() - kFields) % 2 != 0) return false;
  if (!read_number(fields[0], step.number) || !read_number(fields[6], step.line)) return false;
  if (!read_number(fields[10], step.left_out) || fields[1].empty() || fields[2].empty()) return false;
  step.thread = std::move(fields[1]);
  step.what = std::move(fields[2]);
  step.note = std::move(fields[3]);
  step.object = std::move(fields[4]);
  step.file = std::move(fields[5]);
  step.code = std::move(fields[7]);
  step.decisive = fields[8] == "1";
  step.waits = fields[9] == "1";
  step.why = std::move(fields[11]);
  step.stale = fields[12] == "1";
  for (std::size_t i = kFields; i < fields.size() && step.held_then.size() < kMostTraceSteps; i += 2) {
    step.held_then.push_back({std::move(fields[i]), std::move(fields[i + 1])});
  }
  return true;
}

}  // namespace trace_step_fields

/// Steps as the harness sends them to the grader: a line each, with tabs between what they have.
[[nodiscard]] inline std::string trace_steps_field(std::span<const TraceStep> steps) {
  using trace_step_fields::field;
  std::string text;
  for (const TraceStep& step : steps) {
    text += std::to_string(step.number) + '\t' + field(step.thread) + '\t' + field(step.what) + '\t' +
            field(step.note) + '\t' + field(step.object) + '\t' + field(step.file) + '\t' + std::to_string(step.line) +
            '\t' + field(step.code) + '\t' + (step.decisive ? '1' : '0') + '\t' + (step.waits ? '1' : '0') + '\t' +
            std::to_string(step.left_out) + '\t' + field(step.why) + '\t' + (step.stale ? '1' : '0');
    for (const HeldLock& held : step.held_then) text += '\t' + field(held.thread) + '\t' + field(held.lock);
    text += '\n';
  }
  return text;
}

/// Reads what `trace_steps_field` gives, up to `most` steps. Lines that make no sense are passed over.
[[nodiscard]] inline std::vector<TraceStep> read_trace_steps_field(std::string_view text,
                                                                   std::size_t most = kMostTraceSteps) {
  std::vector<TraceStep> steps;
  while (!text.empty() && steps.size() < most) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(line.size() == text.size() ? line.size() : line.size() + 1);
    TraceStep step;
    if (trace_step_fields::read(trace_step_fields::split(line), step)) steps.push_back(std::move(step));
  }
  return steps;
}

}  // namespace lockstep
