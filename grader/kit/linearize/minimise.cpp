#include "linearize/minimise.h"

#include <utility>
#include <vector>

namespace lockstep::linearize {
namespace {

void without_each(const Calls& calls, const std::function<void(Calls)>& use) {
  for (std::size_t i = 0; i < calls.size(); ++i) {
    Calls fewer = calls;
    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
    use(std::move(fewer));
  }
}

void with_simpler_arguments(const Calls& calls, const std::function<void(Calls)>& use) {
  for (std::size_t i = 0; i < calls.size(); ++i) {
    for (std::size_t argument = 0; argument < calls[i].argument; ++argument) {
      Calls simpler = calls;
      simpler[i].argument = argument;
      use(std::move(simpler));
    }
  }
}

/// All scenarios that are one step smaller, those with fewer threads first.
std::vector<Scenario> smaller(const Scenario& scenario) {
  std::vector<Scenario> all;
  const auto add = [&](auto change) {
    Scenario next = scenario;
    change(next);
    all.push_back(std::move(next));
  };
  if (scenario.threads.size() > 1) {
    for (std::size_t i = 0; i < scenario.threads.size(); ++i) {
      add([i](Scenario& next) { next.threads.erase(next.threads.begin() + static_cast<std::ptrdiff_t>(i)); });
    }
  }
  if (scenario.fault > 0) add([](Scenario& next) { next.fault = 0; });
  for (std::size_t i = 0; i < scenario.threads.size(); ++i) {
    if (scenario.threads[i].size() == 1) continue;
    without_each(scenario.threads[i], [&](Calls fewer) { add([&](Scenario& next) { next.threads[i] = fewer; }); });
  }
  without_each(scenario.before, [&](Calls fewer) { add([&](Scenario& next) { next.before = fewer; }); });
  const auto simplify = [&](const Calls& calls, auto place) {
    with_simpler_arguments(calls, [&](const Calls& simpler) { add([&](Scenario& next) { place(next) = simpler; }); });
  };
  for (std::size_t i = 0; i < scenario.threads.size(); ++i) {
    simplify(scenario.threads[i], [i](Scenario& next) -> Calls& { return next.threads[i]; });
  }
  simplify(scenario.before, [](Scenario& next) -> Calls& { return next.before; });
  return all;
}

}  // namespace

Scenario minimised(Scenario scenario, const std::function<bool(const Scenario&)>& fails) {
  for (bool smaller_found = true; smaller_found;) {
    smaller_found = false;
    for (Scenario& next : smaller(scenario)) {
      if (!fails(next)) continue;
      scenario = std::move(next);
      smaller_found = true;
      break;
    }
  }
  return scenario;
}

}  // namespace lockstep::linearize
