#include "broken.h"

// What the programs include comes first, so that nothing of it gets into the namespace.
#include <atomic>
#include <map>
#include <mutex>
#include <numeric>
#include <thread>
#include <utility>
#include <vector>

// The very texts, in a namespace: so a program can have them beside your own.
namespace broken {
// NOLINTBEGIN(bugprone-suspicious-include)
#include "original/check_then_act.cpp"
#include "original/double_checked.cpp"
#include "original/file_race.cpp"
#include "original/iteration.cpp"
#include "original/lost_update.cpp"
#include "original/publication.cpp"
#include "original/shared_pointer.cpp"
#include "original/yielding.cpp"
// NOLINTEND(bugprone-suspicious-include)
}  // namespace broken
