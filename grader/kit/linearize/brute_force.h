#pragma once

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "linearize/history.h"
#include "lockstep/linearize/specification.h"

namespace lockstep::linearize {

/// The slow twin of the search, for tests: tries every order of every set of operations that contains all that
/// returned, one after the other, each from the beginning. For operations with one step only.
class BruteForce {
 public:
  BruteForce(const History& history, const Specification& specification)
      : history_(history), specification_(specification) {}

  [[nodiscard]] bool linearizable() const {
    for (OperationSet taken = 0; taken < only(history_.size()); ++taken) {
      if (contains_all_that_returned(taken) && some_order_explains(taken)) return true;
    }
    return false;
  }

 private:
  [[nodiscard]] bool contains_all_that_returned(OperationSet taken) const {
    for (std::size_t i = 0; i < history_.size(); ++i) {
      if (history_[i].outcome && !contains(taken, i)) return false;
    }
    return true;
  }

  [[nodiscard]] bool some_order_explains(OperationSet taken) const {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < history_.size(); ++i) {
      if (contains(taken, i)) order.push_back(i);
    }
    do {
      if (keeps_time(order) && explains(order)) return true;
    } while (std::ranges::next_permutation(order).found);
    return false;
  }

  [[nodiscard]] bool keeps_time(const std::vector<std::size_t>& order) const {
    for (std::size_t later = 0; later < order.size(); ++later) {
      for (std::size_t earlier = 0; earlier < later; ++earlier) {
        if (contains(history_[order[earlier]].before, order[later])) return false;
        if (contains(history_[order[later]].waiting, order[earlier])) return false;
      }
    }
    return true;
  }

  [[nodiscard]] bool explains(const std::vector<std::size_t>& order) const {
    std::vector<std::shared_ptr<const State>> states{specification_.first()};
    for (const std::size_t operation : order) {
      std::vector<std::shared_ptr<const State>> next;
      for (const auto& state : states) {
        if (!all_wait(*state, history_[operation].waiting)) continue;
        for (Step& step : specification_.steps(*state, operation, false)) {
          const auto& seen = history_[operation].outcome;
          if (!seen || seen == step.outcome) next.push_back(std::move(step.state));
        }
      }
      states = std::move(next);
    }
    return !states.empty();
  }

  [[nodiscard]] bool all_wait(const State& state, OperationSet waiting) const {
    for (std::size_t i = 0; i < history_.size(); ++i) {
      if (contains(waiting, i) && !specification_.steps(state, i, false).empty()) return false;
    }
    return true;
  }

  const History& history_;
  const Specification& specification_;
};

}  // namespace lockstep::linearize
