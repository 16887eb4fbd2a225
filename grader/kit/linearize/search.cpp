#include "linearize/search.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace lockstep::linearize {
namespace {

using Outcome = std::optional<std::string>;

/// How far a search has come.
struct Position {
  OperationSet done = 0;   ///< these have had their whole effect
  OperationSet begun = 0;  ///< these have made the first of two steps
  std::shared_ptr<const State> state;
  Outcome wanted;  ///< what the wanted operation has given on the way
};

/// One search. With a wanted operation it goes on behind the first order that explains the history, and gathers what
/// the operation gives in all of them.
class Search {
 public:
  Search(const History& history, const Specification& specification)
      : history_(history), specification_(specification) {
    assert(history.size() <= kMostOperations);
    for (std::size_t i = 0; i < history.size(); ++i) {
      if (history[i].outcome) required_ |= only(i);
    }
  }

  bool explains() { return visit(start()); }

  std::set<std::string> outcomes_of(std::size_t operation) {
    wanted_ = operation;
    required_ |= only(operation);
    visit(start());
    return std::move(outcomes_);
  }

 private:
  [[nodiscard]] Position start() const {
    return {.done = 0, .begun = 0, .state = specification_.first(), .wanted = std::nullopt};
  }

  /// \return whether the search has come to its end
  bool visit(const Position& at) {
    if ((required_ & ~at.done) == 0) {
      if (!wanted_) return true;
      outcomes_.insert(*at.wanted);
    }
    if (!remember(at)) return false;
    for (std::size_t i = 0; i < history_.size(); ++i) {
      if (may_be_next(at, i) && visit_behind(at, i)) return true;
    }
    return false;
  }

  /// \return whether the position is new
  bool remember(const Position& at) {
    std::vector<Position>& known = known_[{at.done, at.begun}];
    const bool is_known = std::ranges::any_of(
        known, [&](const Position& one) { return one.wanted == at.wanted && one.state->equals(*at.state); });
    if (!is_known) known.push_back(at);
    return !is_known;
  }

  [[nodiscard]] bool may_be_next(const Position& at, std::size_t operation) const {
    const Event& event = history_[operation];
    if (contains(at.done, operation) || (event.before & ~at.done) != 0 || (event.waiting & at.done) != 0) return false;
    for (std::size_t i = 0; i < history_.size(); ++i) {
      if (contains(event.waiting, i) && !has_to_wait(steps(at, i))) return false;
    }
    return true;
  }

  bool visit_behind(const Position& at, std::size_t operation) {
    const bool is_wanted = wanted_ == operation;
    for (Step& step : steps(at, operation)) {
      Position next = at;
      next.state = std::move(step.state);
      if (step.outcome) {
        if (!is_wanted && history_[operation].outcome.value_or(*step.outcome) != *step.outcome) continue;
        next.done |= only(operation);
        next.begun &= ~only(operation);
        if (is_wanted) next.wanted = std::move(step.outcome);
      } else {
        next.begun |= only(operation);
      }
      if (visit(next)) return true;
    }
    return false;
  }

  [[nodiscard]] std::vector<Step> steps(const Position& at, std::size_t operation) const {
    return specification_.steps(*at.state, operation, contains(at.begun, operation));
  }

  const History& history_;
  const Specification& specification_;
  OperationSet required_ = 0;  ///< these must have had their effect in the end
  std::optional<std::size_t> wanted_;
  std::set<std::string> outcomes_;
  std::map<std::pair<OperationSet, OperationSet>, std::vector<Position>> known_;
};

}  // namespace

bool linearizable(const History& history, const Specification& specification) {
  return Search(history, specification).explains();
}

std::set<std::string> allowed_outcomes(const History& history, std::size_t operation,
                                       const Specification& specification) {
  return Search(history, specification).outcomes_of(operation);
}

Misfit first_misfit(const History& history, const Specification& specification) {
  History beginning = history;
  for (Event& event : beginning) event.outcome.reset();
  for (std::size_t i = 0; i < history.size(); ++i) {
    if (!history[i].outcome) continue;
    beginning[i].outcome = history[i].outcome;
    if (linearizable(beginning, specification)) continue;
    beginning[i].outcome.reset();
    return {.operation = i, .allowed = allowed_outcomes(beginning, i, specification)};
  }
  return {.operation = history.size(), .allowed = {}};
}

}  // namespace lockstep::linearize
