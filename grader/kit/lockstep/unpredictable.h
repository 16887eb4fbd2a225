#pragma once

#include <string>

namespace lockstep {

/// Why a run could not be recorded, so that nothing is predicted: the program spins, deadlocks, crashes, has too many
/// threads, calls what the explorer does not follow ...
struct Unpredictable {
  std::string why = {};  ///< a sentence for a person, with places in the source; empty where nothing was asked for
};

}  // namespace lockstep
