#include "linearize/generate.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace lockstep::linearize {
namespace {

/// The state behind a call, or nothing where the call has to wait.
std::shared_ptr<const State> behind(const Operation& operation, std::size_t argument, std::size_t place,
                                    const std::shared_ptr<const State>& state) {
  auto steps = operation.steps(*state, argument, place, false);
  if (!steps.empty() && !steps.front().outcome) steps = operation.steps(*steps.front().state, argument, place, true);
  return steps.empty() ? nullptr : steps.front().state;
}

struct Beginning {
  Calls calls;
  std::shared_ptr<const State> state;  ///< behind them
};

std::vector<Beginning> beginnings_with_states(const Interface& interface, std::size_t most) {
  std::vector<Beginning> found{{{}, interface.first(false)}};
  const Calls calls = all_calls(interface);
  for (std::size_t i = 0; i < found.size(); ++i) {
    for (const Call& call : calls) {
      if (found.size() >= most) return found;
      const auto next =
          behind(interface.operations[call.operation], call.argument, found[i].calls.size(), found[i].state);
      const auto is_same = [&](const Beginning& other) { return other.state->equals(*next); };
      if (next == nullptr || std::ranges::any_of(found, is_same)) continue;
      Calls longer = found[i].calls;
      longer.push_back(call);
      found.push_back({std::move(longer), next});
    }
  }
  return found;
}

/// Whether the call never has to wait and changes nothing, as far as some states tell.
bool only_looks(const Interface& interface, const Call& call, const std::vector<Beginning>& states) {
  return std::ranges::all_of(states, [&](const Beginning& at) {
    const auto next = behind(interface.operations[call.operation], call.argument, at.calls.size(), at.state);
    return next != nullptr && next->equals(*at.state);
  });
}

}  // namespace

std::vector<Calls> beginnings(const Interface& interface, std::size_t most) {
  std::vector<Calls> found;
  for (Beginning& one : beginnings_with_states(interface, most)) found.push_back(std::move(one.calls));
  return found;
}

std::vector<Scenario> all_pairs(const Interface& interface, std::size_t most_beginnings) {
  std::vector<Scenario> pairs;
  const Calls calls = all_calls(interface);
  for (const Calls& before : beginnings(interface, most_beginnings)) {
    for (std::size_t i = 0; i < calls.size(); ++i) {
      for (std::size_t k = i; k < calls.size(); ++k) {
        pairs.push_back({.before = before, .threads = {{calls[i]}, {calls[k]}}});
      }
    }
  }
  return pairs;
}

std::vector<Scenario> all_rows(const Interface& interface, std::size_t most_beginnings, std::size_t longest) {
  const Calls calls = all_calls(interface);
  const std::vector<Calls> befores = beginnings(interface, most_beginnings);
  std::vector<Scenario> all;
  std::vector<Calls> rows;
  for (const Call& call : calls) rows.push_back({call});
  for (std::size_t length = 2; length <= longest; ++length) {
    std::vector<Calls> longer;
    for (const Calls& row : rows) {
      for (const Call& call : calls) {
        longer.push_back(row);
        longer.back().push_back(call);
      }
    }
    rows = std::move(longer);
    for (const Calls& before : befores) {
      for (const Call& call : calls) {
        for (const Calls& row : rows) all.push_back({.before = before, .threads = {{call}, row}});
      }
    }
  }
  return all;
}

RandomScenarios::RandomScenarios(const Interface& interface, std::uint64_t seed)
    : interface_(interface), calls_(all_calls(interface)), random_(seed) {
  constexpr std::size_t kStates = 8;
  const auto states = beginnings_with_states(interface, kStates);
  for (const Call& call : calls_) (only_looks(interface, call, states) ? looks_ : changes_).push_back(call);
}

Scenario RandomScenarios::look_twice() {
  return {.before = some_calls(below(2)), .threads = {{one_of(looks_), one_of(looks_)}, {one_of(changes_)}}};
}

Calls RandomScenarios::some_calls(std::size_t count) {
  Calls calls;
  while (calls.size() < count) calls.push_back(one_of(calls_));
  return calls;
}

Scenario RandomScenarios::next() {
  const std::size_t made = made_++;
  return made % 2 == 1 && !looks_.empty() && !changes_.empty() ? look_twice() : any(made);
}

/// Fewer where all that is left to call has to wait.
Calls RandomScenarios::piled_up(std::size_t count) {
  const Call main = one_of(changes_.empty() ? calls_ : changes_);
  std::shared_ptr<const State> state = interface_.first(false);
  Calls calls;
  for (std::size_t tries = 2 * count; tries > 0 && calls.size() < count; --tries) {
    constexpr std::size_t kOthers = 8;  // one in so many
    const Call call = below(kOthers) == 0 ? one_of(calls_) : main;
    const auto next = behind(interface_.operations[call.operation], call.argument, calls.size(), state);
    if (next == nullptr) continue;
    state = next;
    calls.push_back(call);
  }
  return calls;
}

Scenario RandomScenarios::larger(std::size_t before) {
  constexpr std::size_t kMost = 3;
  Scenario scenario{.before = piled_up(before), .threads = {}};
  for (std::size_t i = 0; i < 2; ++i) scenario.threads.push_back(some_calls(1 + below(kMost)));
  return scenario;
}

Scenario RandomScenarios::any(std::size_t made) {
  constexpr std::size_t kEachSize = 40;  // so many scenarios before they grow
  const std::size_t grown = made / kEachSize;
  Scenario scenario;
  scenario.before = some_calls(below(3));
  const std::size_t threads = 2 + below(2);
  const std::size_t most = std::min<std::size_t>(threads == 2 ? 3 : 2, 2 + grown / 2);
  for (std::size_t i = 0; i < threads; ++i) scenario.threads.push_back(some_calls(1 + below(most)));
  return scenario;
}

}  // namespace lockstep::linearize
