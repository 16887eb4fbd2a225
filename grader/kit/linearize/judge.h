#pragma once

#include <optional>
#include <string>
#include <unordered_map>

#include "linearize/outlook.h"
#include "linearize/record.h"

namespace lockstep::linearize {

/// What is wrong with a run.
struct Misbehaviour {
  enum class Kind { kOutcome, kStandsStill, kLeak };

  Kind kind = Kind::kOutcome;
  std::string message;
};

/// Compares runs of a scenario with the specification. Each history is searched once, however many runs have it.
class RunJudge {
 public:
  /// All must outlive it.
  RunJudge(const Interface& interface, const Scenario& scenario, const Layout& layout)
      : layout_(layout), specification_(interface, scenario, layout) {}

  [[nodiscard]] std::optional<Misbehaviour> judge(const Record& record);

 private:
  [[nodiscard]] Misbehaviour explain(const History& history) const;
  [[nodiscard]] std::string wrong_outcome(const History& history) const;

  const Layout& layout_;
  const ScenarioSpecification specification_;
  std::unordered_map<std::string, bool> known_;  ///< histories, and whether each is as it must be
};

/// The history of a run. Slots that were not called are operations that never were.
[[nodiscard]] History history_of(const Record& record);

}  // namespace lockstep::linearize
