#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace lockstep::linearize {

/// A state of a sequential specification. It never changes.
class State {
 public:
  State() = default;
  State(const State&) = default;
  State& operator=(const State&) = delete;
  virtual ~State() = default;

  /// \param other  a state of the same specification
  [[nodiscard]] virtual bool equals(const State& other) const = 0;
};

/// What one operation does to a state, in one step.
struct Step {
  std::shared_ptr<const State> state;  ///< after it
  std::optional<std::string> outcome;  ///< nothing: this was the first of two steps
  bool by_fault = false;               ///< only because something threw: else the operation might have to wait
};

/// Whether an operation with these steps has to wait, as long as nothing throws.
[[nodiscard]] inline bool has_to_wait(const std::vector<Step>& steps) {
  return std::ranges::all_of(steps, &Step::by_fault);
}

/// What the operations of a history do one after the other.
class Specification {
 public:
  Specification() = default;
  Specification(const Specification&) = delete;
  Specification& operator=(const Specification&) = delete;
  virtual ~Specification() = default;

  /// The state in which the history begins.
  [[nodiscard]] virtual std::shared_ptr<const State> first() const = 0;

  /// All that is allowed to an operation. It has its effect in one step, or in two: other operations may come between.
  /// \param operation  a place in the history
  /// \param begun      it has made the first of two steps
  /// \return nothing: the operation must wait in this state
  [[nodiscard]] virtual std::vector<Step> steps(const State& state, std::size_t operation, bool begun) const = 0;
};

}  // namespace lockstep::linearize
