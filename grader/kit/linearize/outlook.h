#pragma once

#include <memory>
#include <optional>

#include "linearize/run.h"
#include "linearize/scenario.h"

namespace lockstep::linearize {

/// The specification of a scenario's history.
class ScenarioSpecification : public Specification {
 public:
  /// Both must outlive it.
  ScenarioSpecification(const Interface& interface, const Scenario& scenario, const Layout& layout)
      : first_(interface.first(scenario.fault > 0)), layout_(layout) {}

  [[nodiscard]] std::shared_ptr<const State> first() const override { return first_; }
  [[nodiscard]] std::vector<Step> steps(const State& state, std::size_t operation, bool begun) const override {
    const Layout::Entry& entry = layout_.entries()[operation];
    return entry.operation->steps(state, entry.argument, operation, begun);
  }

 private:
  std::shared_ptr<const State> first_;
  const Layout& layout_;
};

/// Whether a thread may wait for ever in a scenario, by the specification.
/// \return nothing: the scenario cannot be run to its end, because none lets that thread go on
[[nodiscard]] std::optional<Waiting> outlook(const Interface& interface, const Scenario& scenario);

}  // namespace lockstep::linearize
