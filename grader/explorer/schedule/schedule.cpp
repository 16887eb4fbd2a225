#include "explorer/schedule/schedule.h"

#include <charconv>

namespace lockstep::explorer {
namespace {

constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
static_assert(kLetters.size() == kMaxThreads);

constexpr std::uint32_t kMostRepeats = 10'000'000;

/// Takes a number off the front of `text`. \return nothing when there is none, or a larger one than `most`
std::optional<std::uint32_t> take_number(std::string_view& text, std::uint32_t most) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || number > most) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

bool starts_with_digit(std::string_view text) { return !text.empty() && text[0] >= '0' && text[0] <= '9'; }

}  // namespace

char letter(ThreadId thread) { return kLetters[static_cast<std::size_t>(thread)]; }

std::string Schedule::text() const {
  std::string text;
  for (std::size_t i = 0; i < choices_.size();) {
    const Choice choice = choices_[i];
    std::size_t same = 1;
    if (choice.kind == Choice::kValue) {
      text += '.';
      text += std::to_string(choice.chosen);
    } else {
      while (i + same < choices_.size() && choices_[i + same] == choice) ++same;
      text += letter(choice.chosen);
      if (same > 1) text += std::to_string(same);
    }
    i += same;
  }
  return text;
}

std::optional<Schedule> Schedule::parse(std::string_view text) {
  Schedule schedule;
  while (!text.empty()) {
    const char first = text.front();
    text.remove_prefix(1);
    if (first == '.') {
      const auto value = take_number(text, 255);
      if (!value) return std::nullopt;
      schedule.push({Choice::kValue, static_cast<std::uint8_t>(*value)});
      continue;
    }
    const std::size_t thread = kLetters.find(first);
    if (thread == std::string_view::npos) return std::nullopt;
    std::uint32_t times = 1;
    if (starts_with_digit(text)) {
      const auto number = take_number(text, kMostRepeats);
      if (!number || *number == 0) return std::nullopt;
      times = *number;
    }
    for (std::uint32_t i = 0; i < times; ++i) schedule.push({Choice::kThread, static_cast<std::uint8_t>(thread)});
  }
  return schedule;
}

}  // namespace lockstep::explorer
