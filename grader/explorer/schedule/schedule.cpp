#include "explorer/schedule/schedule.h"

#include <algorithm>
#include <charconv>
#include <span>

namespace lockstep::explorer {
namespace {

constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::size_t kSmall = 26;  ///< letters that a name after _ is made of
static_assert(kLetters.size() + kSmall * kSmall >= kMaxThreads);

/// More choices than any schedule has; no text may ask for more memory than that takes.
constexpr std::size_t kMostChoices = 10'000'000;
constexpr std::size_t kLongestGroup = 64;

/// A choice of a thread as often as it comes in a row, or one of a value.
struct Word {
  Choice choice;
  std::uint32_t times = 1;

  friend bool operator==(const Word&, const Word&) = default;
};

std::vector<Word> words_of(std::span<const Choice> choices) {
  std::vector<Word> words;
  for (const Choice choice : choices) {
    if (choice.kind == Choice::kThread && !words.empty() && words.back().choice == choice) {
      ++words.back().times;
    } else {
      words.push_back({choice, 1});
    }
  }
  return words;
}

std::string text_of(std::span<const Word> words) {
  std::string text;
  for (const Word& word : words) {
    if (word.choice.kind == Choice::kValue) {
      text += '.' + std::to_string(word.choice.chosen);
    } else {
      text += name(word.choice.chosen) + (word.times > 1 ? std::to_string(word.times) : "");
    }
  }
  return text;
}

/// The group at the front that stands for most words when it is written once.
struct Group {
  std::size_t length = 1;
  std::size_t times = 1;
};

Group group_at(std::span<const Word> words) {
  Group best;
  for (std::size_t length = 1; length <= kLongestGroup && 2 * length <= words.size(); ++length) {
    const auto differs = std::mismatch(words.begin() + static_cast<std::ptrdiff_t>(length), words.end(), words.begin());
    const std::size_t times = static_cast<std::size_t>(differs.second - words.begin()) / length + 1;
    if (times > 2 && (times - 1) * length > (best.times - 1) * best.length) best = {length, times};
  }
  return best;
}

/// Takes a number off the front of `text`. \return nothing when there is none, or a larger one than `most`
std::optional<std::uint32_t> take_number(std::string_view& text, std::size_t most) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || number > most) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

/// Takes a thread's name off the front of `text`.
std::optional<std::size_t> take_thread(std::string_view& text) {
  const auto index_of = [](char character) { return kLetters.find(character); };
  if (text.front() != '_') {
    const std::size_t thread = index_of(text.front());
    text.remove_prefix(1);
    return thread < kLetters.size() ? std::optional(thread) : std::nullopt;
  }
  if (text.size() < 3) return std::nullopt;
  const std::size_t high = index_of(text[1]);
  const std::size_t low = index_of(text[2]);
  text.remove_prefix(3);
  const std::size_t thread = kLetters.size() + high * kSmall + low;
  return high < kSmall && low < kSmall && thread < kMaxThreads ? std::optional(thread) : std::nullopt;
}

bool starts_with_digit(std::string_view text) { return !text.empty() && text[0] >= '0' && text[0] <= '9'; }

}  // namespace

std::string name(ThreadId thread) {
  const auto number = static_cast<std::size_t>(thread);
  if (number < kLetters.size()) return {kLetters[number]};
  const std::size_t beyond = number - kLetters.size();
  return {'_', kLetters[beyond / kSmall], kLetters[beyond % kSmall]};
}

void Schedule::make_room(std::size_t size) {
  if (size > choices_.size()) choices_.resize(std::max({std::size_t{256}, size, 2 * choices_.size()}));
}

void Schedule::append(std::span<const Choice> choices) {
  make_room(made_ + choices.size());
  std::ranges::copy(choices, choices_.begin() + static_cast<std::ptrdiff_t>(made_));
  made_ += choices.size();
}

Schedule Schedule::first(std::size_t length) const {
  Schedule beginning;
  beginning.append(choices().first(length));
  return beginning;
}

std::string Schedule::text() const {
  const std::vector<Word> words = words_of(choices());
  std::string text;
  for (std::span<const Word> rest = words; !rest.empty();) {
    const Group group = group_at(rest);
    const std::string once = text_of(rest.first(group.length));
    text += group.times == 1 ? once : "(" + once + ")" + std::to_string(group.times);
    rest = rest.subspan(group.length * group.times);
  }
  return text;
}

namespace {

/// Takes words off the front of `text`, up to its end or a bracket. \return false when there is something else
bool take_words(std::string_view& text, std::vector<Choice>& choices) {
  while (!text.empty() && text.front() != '(' && text.front() != ')') {
    if (text.front() == '.') {
      text.remove_prefix(1);
      const auto value = take_number(text, 255);
      if (!value) return false;
      choices.push_back({Choice::kValue, static_cast<std::uint8_t>(*value)});
      continue;
    }
    const auto thread = take_thread(text);
    if (!thread) return false;
    const auto times = starts_with_digit(text) ? take_number(text, kMostChoices) : std::optional<std::uint32_t>(1);
    if (!times || *times == 0 || choices.size() + *times > kMostChoices) return false;
    choices.insert(choices.end(), *times, {Choice::kThread, static_cast<std::uint8_t>(*thread)});
  }
  return true;
}

}  // namespace

std::optional<Schedule> Schedule::parse(std::string_view text) {
  std::vector<Choice> all;
  while (!text.empty()) {
    if (!take_words(text, all)) return std::nullopt;
    if (text.empty()) break;
    if (text.front() != '(') return std::nullopt;
    text.remove_prefix(1);
    std::vector<Choice> group;
    if (!take_words(text, group) || text.empty() || text.front() != ')') return std::nullopt;
    text.remove_prefix(1);
    const auto times = take_number(text, kMostChoices);
    if (!times || all.size() + group.size() * *times > kMostChoices) return std::nullopt;
    for (std::uint32_t i = 0; i < *times; ++i) all.insert(all.end(), group.begin(), group.end());
  }
  Schedule schedule;
  schedule.append(all);
  return schedule;
}

}  // namespace lockstep::explorer
