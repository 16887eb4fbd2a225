#include "linearize/scenario.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <utility>

namespace lockstep::linearize {
namespace {

constexpr std::size_t kMostThreads = 8;

std::vector<std::string_view> split(std::string_view text, char by) {
  std::vector<std::string_view> parts;
  for (std::size_t end = text.find(by); end != std::string_view::npos; end = text.find(by)) {
    parts.push_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  parts.push_back(text);
  return parts;
}

std::optional<std::size_t> number(std::string_view text) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string text_of(const Calls& calls, const Calls& all) {
  std::string text;
  for (const Call& call : calls) {
    if (!text.empty()) text += '.';
    text += std::to_string(std::distance(all.begin(), std::ranges::find(all, call)));
  }
  return text;
}

std::optional<Calls> parse_calls(std::string_view text, const Calls& all) {
  Calls calls;
  if (text.empty()) return calls;
  for (const std::string_view part : split(text, '.')) {
    const auto place = number(part);
    if (!place || *place >= all.size()) return std::nullopt;
    calls.push_back(all[*place]);
  }
  return calls;
}

}  // namespace

std::size_t size(const Scenario& scenario) {
  std::size_t sum = 0;
  for (const Calls& calls : scenario.threads) sum += calls.size();
  return sum;
}

Calls all_calls(const Interface& interface) {
  Calls calls;
  for (std::size_t i = 0; i < interface.operations.size(); ++i) {
    for (std::size_t k = 0; k < interface.operations[i].arguments.size(); ++k) calls.push_back({i, k});
  }
  return calls;
}

std::string text(const Scenario& scenario, const Interface& interface) {
  const Calls all = all_calls(interface);
  std::string text = text_of(scenario.before, all) + ':';
  for (std::size_t i = 0; i < scenario.threads.size(); ++i) {
    if (i > 0) text += '-';
    text += text_of(scenario.threads[i], all);
  }
  if (scenario.fault > 0) text += ':' + std::to_string(scenario.fault);
  return text;
}

std::optional<Scenario> parse_scenario(std::string_view text, const Interface& interface) {
  const Calls all = all_calls(interface);
  const auto parts = split(text, ':');
  if (parts.size() < 2 || parts.size() > 3) return std::nullopt;
  Scenario scenario;
  auto before = parse_calls(parts[0], all);
  if (!before) return std::nullopt;
  scenario.before = std::move(*before);
  for (const std::string_view thread : split(parts[1], '-')) {
    auto calls = parse_calls(thread, all);
    if (!calls || calls->empty()) return std::nullopt;
    scenario.threads.push_back(std::move(*calls));
  }
  const auto fault = parts.size() == 3 ? number(parts[2]) : 0;
  if (!fault || scenario.threads.size() > kMostThreads) return std::nullopt;
  scenario.fault = *fault;
  if (Layout(scenario, interface).entries().size() > kMostOperations) return std::nullopt;
  return scenario;
}

Layout::Layout(const Scenario& scenario, const Interface& interface) {
  const auto add = [&](const Calls& calls, Part part, std::size_t thread) {
    for (const Call& call : calls) {
      entries_.push_back({&interface.operations[call.operation], call.argument, part, thread});
    }
  };
  const auto add_all = [&](const std::vector<Operation>& operations, Part part) {
    for (const Operation& operation : operations) {
      for (std::size_t k = 0; k < operation.arguments.size(); ++k) entries_.push_back({&operation, k, part, 0});
    }
  };
  add(scenario.before, Part::kBefore, 0);
  begins_.push_back(entries_.size());
  for (std::size_t i = 0; i < scenario.threads.size(); ++i) {
    add(scenario.threads[i], Part::kThread, i);
    begins_.push_back(entries_.size());
  }
  add_all(interface.release, Part::kRelease);
  add_all(interface.closing, Part::kClosing);
  for (std::size_t i = 0; i < entries_.size(); ++i) parts_.at(static_cast<std::size_t>(entries_[i].part)) |= only(i);
}

std::string text(const Layout::Entry& entry) {
  return entry.operation->name + "(" + entry.operation->arguments[entry.argument] + ")";
}

}  // namespace lockstep::linearize
