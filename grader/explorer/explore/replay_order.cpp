#include "explorer/explore/replay_order.h"

#include <array>
#include <charconv>
#include <utility>

namespace lockstep::explorer {
namespace {

constexpr std::string_view kBusy = "~busy";
constexpr std::string_view kWeak = "~weak";

/// Takes a suffix off. \return whether it was there
bool take_off(std::string_view& text, std::string_view suffix) {
  const bool has_it = text.ends_with(suffix);
  if (has_it) text.remove_suffix(suffix.size());
  return has_it;
}

}  // namespace

ReplayOrder ReplayOrder::under(const Rules& rules, Schedule schedule, std::vector<Place> racing) {
  return {.schedule = std::move(schedule),
          .racing = std::move(racing),
          .busy_machine = rules.busy_machine,
          .weak_memory = rules.stale_read_budget > 0};
}

std::string ReplayOrder::text() const {
  std::string text = schedule.text();
  if (text.empty()) text = "0";
  for (const Place place : racing) {
    std::array<char, 16> digits{};
    const auto end = std::to_chars(digits.begin(), digits.end(), place, 16).ptr;
    text += '~' + std::string(digits.begin(), end);
  }
  if (weak_memory) text.append(kWeak);
  return busy_machine ? text.append(kBusy) : text;
}

std::optional<ReplayOrder> ReplayOrder::parse(std::string_view text) {
  const bool busy_machine = take_off(text, kBusy);
  const bool weak_memory = take_off(text, kWeak);
  const std::string_view choices = text.substr(0, text.find('~'));
  auto schedule = Schedule::parse(choices == "0" ? "" : choices);
  if (!schedule) return std::nullopt;
  ReplayOrder order{
      .schedule = std::move(*schedule), .racing = {}, .busy_machine = busy_machine, .weak_memory = weak_memory};
  text.remove_prefix(choices.size());
  while (!text.empty()) {
    text.remove_prefix(1);
    Place place = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), place, 16);
    if (error != std::errc()) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    if (!text.empty() && text.front() != '~') return std::nullopt;
    order.racing.push_back(place);
  }
  return order;
}

}  // namespace lockstep::explorer
