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

}  // namespace

std::vector<Calls> beginnings(const Interface& interface, std::size_t most) {
  std::vector<Calls> found{{}};
  std::vector<std::shared_ptr<const State>> states{interface.first(false)};
  const Calls calls = all_calls(interface);
  for (std::size_t i = 0; i < found.size(); ++i) {
    for (const Call& call : calls) {
      if (found.size() >= most) return found;
      const auto next = behind(interface.operations[call.operation], call.argument, found[i].size(), states[i]);
      const auto is_same = [&](const auto& state) { return state->equals(*next); };
      if (next == nullptr || std::ranges::any_of(states, is_same)) continue;
      Calls longer = found[i];
      longer.push_back(call);
      found.push_back(std::move(longer));
      states.push_back(next);
    }
  }
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

Calls RandomScenarios::some_calls(std::size_t count) {
  Calls calls;
  while (calls.size() < count) calls.push_back(calls_[below(calls_.size())]);
  return calls;
}

Scenario RandomScenarios::next() {
  constexpr std::size_t kEachSize = 40;  // so many scenarios before they grow
  const std::size_t grown = made_++ / kEachSize;
  Scenario scenario;
  scenario.before = some_calls(below(3));
  const std::size_t threads = 2 + below(2);
  const std::size_t most = std::min<std::size_t>(threads == 2 ? 3 : 2, 2 + grown / 2);
  for (std::size_t i = 0; i < threads; ++i) scenario.threads.push_back(some_calls(1 + below(most)));
  return scenario;
}

}  // namespace lockstep::linearize
