#pragma once

#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

#include "lockstep/reduction.h"

namespace lockstep {

/// A reduction as the harness sends it to the grader: its numbers, with blanks between them.
[[nodiscard]] inline std::string reduction_field(const Reduction& reduction) {
  std::string text = std::to_string(reduction.runs);
  for (const ScheduleSize& size : {reduction.from, reduction.to}) {
    for (const std::uint64_t number : {size.spurious_events, size.preemptions, size.steps}) {
      text += ' ' + std::to_string(number);
    }
  }
  return text;
}

/// Reads what `reduction_field` gives. \return nothing when it makes no sense: a learner's program may have written it
[[nodiscard]] inline std::optional<Reduction> read_reduction_field(std::string_view text) {
  std::array<std::uint64_t, 7> numbers{};
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (i > 0) {
      if (!text.starts_with(' ')) return std::nullopt;
      text.remove_prefix(1);
    }
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), numbers[i]);
    if (error != std::errc{}) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  }
  if (!text.empty()) return std::nullopt;
  return Reduction{.runs = numbers[0],
                   .from = {.spurious_events = numbers[1], .preemptions = numbers[2], .steps = numbers[3]},
                   .to = {.spurious_events = numbers[4], .preemptions = numbers[5], .steps = numbers[6]}};
}

}  // namespace lockstep
