#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "lockstep/unpredictable.h"
#include "measure/interval.h"
#include "measure/round.h"

namespace lockstep::checks::speedup {

/// What the tasks themselves showed; it does not depend on the machine.
struct Structure {
  double met = 0;                     ///< share of the tasks that met another one, the best of all tries
  std::optional<double> parallelism;  ///< work ÷ span on two workers, median; nothing when no task met another one
  double busiest = 0;                 ///< the busiest thread's share of the work in that run
};

/// What recorded runs predict, whatever this machine is.
struct PredictedSpeedup {
  measure::Interval on_two;                  ///< speedup over the sequential code, on two cores
  std::optional<measure::Interval> on_many;  ///< on the cores that the lab names; not looked at where two show enough
  std::string explanation;                   ///< what keeps it from being more there
  unsigned threads = 1;                      ///< of such a run
  double busy = 1;  ///< cores that it keeps busy, on average, of as many as the workers of the rounds
};

/// All that is known of one function.
struct Evidence {
  std::string function;
  Structure structure;
  std::variant<Unpredictable, PredictedSpeedup> predicted = Unpredictable{};
  unsigned workers = 0;                ///< in the rounds
  std::vector<measure::Round> rounds;  ///< none where the other evidence decided

  /// What was recorded of it, or null.
  [[nodiscard]] const PredictedSpeedup* recorded() const { return std::get_if<PredictedSpeedup>(&predicted); }

  /// Cores that it can keep busy with as many workers as in the rounds; 0: not known.
  [[nodiscard]] double busy() const { return recorded() == nullptr ? 0 : recorded()->busy; }
};

}  // namespace lockstep::checks::speedup
