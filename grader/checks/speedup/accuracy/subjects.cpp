#include "checks/speedup/accuracy/subjects.h"

#include <algorithm>
#include <array>

namespace lockstep::checks::speedup {
namespace {

constexpr std::array kSubjects{Subject{"correct", true},
                               Subject{"correct_futures", true},
                               Subject{"correct_loading", true},
                               Subject{"correct_tiny", true},
                               Subject{"rounds", true},
                               Subject{"waves", true},
                               Subject{"one_lock"},
                               Subject{"split_75_25"},
                               Subject{"half_serial"},
                               Subject{"loads_first"},
                               Subject{"thread_per_item"},
                               Subject{"deferred"},
                               Subject{"joined_in_loop"},
                               Subject{"false_sharing"},
                               Subject{"shared_atomic"},
                               Subject{"cached"}};

}  // namespace

std::span<const Subject> subjects() { return kSubjects; }

const Subject* find_subject(std::string_view name) {
  const auto* const found = std::ranges::find(kSubjects, name, &Subject::name);
  return found == kSubjects.end() ? nullptr : found;
}

}  // namespace lockstep::checks::speedup
