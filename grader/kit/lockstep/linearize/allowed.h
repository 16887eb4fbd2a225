#pragma once

#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

#include "lockstep/linearize/specification.h"
#include "lockstep/linearize/text.h"

// How a step of a specification is written as plain code: run once for each thing that it is allowed to do.

namespace lockstep::linearize {

/// While it lives, `lockstep::one_of` gives one sequence of answers after the other.
class Choices {
 public:
  explicit Choices(std::size_t operation);
  ~Choices();
  Choices(const Choices&) = delete;
  Choices& operator=(const Choices&) = delete;

  /// Goes on to the next sequence. \return whether there is one
  [[nodiscard]] bool next();

  [[nodiscard]] std::size_t answer(std::size_t count);
  [[nodiscard]] std::size_t operation() const { return operation_; }

 private:
  struct Answer {
    std::size_t given = 0;
    std::size_t count = 0;
  };

  std::size_t operation_;
  std::vector<Answer> answers_;
  std::size_t asked_ = 0;
};

/// A state that consists of a copy of the reference.
template <class Reference>
class Held : public State {
 public:
  Held(Reference reference, bool fault_left) : reference_(std::move(reference)), fault_left_(fault_left) {}

  [[nodiscard]] bool equals(const State& other) const override {
    const auto& held = static_cast<const Held&>(other);
    return fault_left_ == held.fault_left_ && reference_ == held.reference_;
  }

  [[nodiscard]] Reference& reference() { return reference_; }
  [[nodiscard]] const Reference& reference() const { return reference_; }

  /// One exception may still be thrown by what a fault may befall.
  [[nodiscard]] bool fault_left() const { return fault_left_; }

 private:
  Reference reference_;
  bool fault_left_;
};

/// All steps that `call` allows from a state.
/// \param call  gives the outcome; nothing where the step is the first of two
template <class Reference, class Call>
[[nodiscard]] std::vector<Step> all_steps(const State& state, std::size_t operation, const Call& call) {
  std::vector<Step> steps;
  Choices choices(operation);
  do {
    auto next = std::make_shared<Held<Reference>>(static_cast<const Held<Reference>&>(state));
    try {
      std::optional<std::string> outcome = call(next->reference());
      steps.push_back({.state = std::move(next), .outcome = std::move(outcome), .by_fault = false});
    } catch (const MustWait&) {
      // not allowed in this state, or not in this way
    }
  } while (choices.next());
  return steps;
}

/// The state and outcome of an operation that a fault befell.
template <class Reference>
[[nodiscard]] Step failed(const State& state, const char* outcome) {
  const auto& held = static_cast<const Held<Reference>&>(state);
  return {.state = std::make_shared<Held<Reference>>(held.reference(), false), .outcome = outcome, .by_fault = true};
}

}  // namespace lockstep::linearize
