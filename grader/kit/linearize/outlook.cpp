#include "linearize/outlook.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace lockstep::linearize {
namespace {

/// A walk through all states that a scenario can reach, each operation being done in one step or two.
class Walk {
 public:
  Walk(const Interface& interface, const Scenario& scenario)
      : layout_(scenario, interface), specification_(interface, scenario, layout_) {}

  std::optional<Waiting> outlook() {
    visit({.done = 0, .begun = 0, .state = specification_.first()});
    if (stuck_) return std::nullopt;
    return waits_ ? Waiting::kUntilReleased : Waiting::kNever;
  }

 private:
  struct Position {
    OperationSet done = 0;
    OperationSet begun = 0;
    std::shared_ptr<const State> state;
  };

  void visit(const Position& at) {
    std::vector<std::shared_ptr<const State>>& known = known_[{at.done, at.begun}];
    if (std::ranges::any_of(known, [&](const auto& one) { return one->equals(*at.state); })) return;
    known.push_back(at.state);
    const OperationSet next = next_operations(at.done);
    bool goes_on = false;
    for (std::size_t i = 0; i < layout_.entries().size(); ++i) {
      if (contains(next, i)) goes_on |= visit_behind(at, i);
    }
    if (!goes_on && next != 0) release(at, next);
  }

  /// \return whether the operation may go on
  bool visit_behind(const Position& at, std::size_t operation) {
    auto steps = specification_.steps(*at.state, operation, contains(at.begun, operation));
    const bool goes_on = !has_to_wait(steps);
    for (Step& step : steps) {
      Position next{.done = at.done, .begun = at.begun | only(operation), .state = std::move(step.state)};
      if (step.outcome) {
        next.done |= only(operation);
        next.begun &= ~only(operation);
      }
      visit(next);
    }
    return goes_on;
  }

  void release(const Position& at, OperationSet waiting) {
    waits_ = true;
    const OperationSet releases = layout_.of(Layout::Part::kRelease);
    const OperationSet before = layout_.of(Layout::Part::kBefore);
    if (releases == 0 || (releases & ~at.done) == 0 || (waiting & before) != 0) {
      stuck_ = true;
      return;
    }
    for (std::size_t i = 0; i < layout_.entries().size(); ++i) {
      if (contains(releases, i)) visit_behind(at, i);
    }
  }

  /// The next one of each thread; the first of those before, as long as there are any.
  [[nodiscard]] OperationSet next_operations(OperationSet done) const {
    const OperationSet before = layout_.of(Layout::Part::kBefore) & ~done;
    if (before != 0) return before & (~before + 1);
    OperationSet next = 0;
    for (std::size_t thread = 0; thread < layout_.threads(); ++thread) {
      for (std::size_t i = layout_.begin_of_thread(thread); i < layout_.end_of_thread(thread); ++i) {
        if (contains(done, i)) continue;
        next |= only(i);
        break;
      }
    }
    return next;
  }

  const Layout layout_;
  const ScenarioSpecification specification_;
  std::map<std::pair<OperationSet, OperationSet>, std::vector<std::shared_ptr<const State>>> known_;
  bool waits_ = false;
  bool stuck_ = false;
};

}  // namespace

std::optional<Waiting> outlook(const Interface& interface, const Scenario& scenario) {
  const auto with_fault = Walk(interface, scenario).outlook();
  if (scenario.fault == 0 || !with_fault) return with_fault;
  // The fault need not be thrown.
  Scenario without = scenario;
  without.fault = 0;
  const auto alone = Walk(interface, without).outlook();
  return alone ? std::optional(std::max(*with_fault, *alone)) : std::nullopt;
}

}  // namespace lockstep::linearize
