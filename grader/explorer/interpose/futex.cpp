// What stands in for syscall(): the futex is how libstdc++ waits for atomics, semaphores, latches, barriers and
// futures.

#include <linux/futex.h>
#include <sys/syscall.h>

#include <cerrno>
#include <climits>
#include <cstdarg>

#include "explorer/engine/engine.h"
#include "explorer/engine/exploring.h"
#include "explorer/image/stack.h"
#include "explorer/interpose/clock.h"
#include "explorer/library/real.h"

namespace lockstep::explorer {
namespace {

Time deadline_of(const timespec* time, bool absolute) {
  if (time == nullptr) return kNever;
  return absolute ? nanoseconds(*time) : later(engine().now(), nanoseconds(*time));
}

/// libstdc++ 12 remembers a semaphore's count before it looks a few times, and then waits while the count is that. When
/// the last look saw another count, and the count has come back since, it sleeps although it could go on. That is the
/// library's fault, not the program's: the wait ends at once, as a futex's may.
bool library_waits_for_an_old_value(const std::uint32_t* word, std::uint32_t expected) {
  Engine& run = engine();
  const Look& look = run.self().latest_look;
  const auto& waits = run.places().waits_for_an_atomic;
  return look.object == word && look.value != expected && waits != nullptr && waits(own_stack());
}

long wait_while(const std::uint32_t* word, std::uint32_t expected, Time deadline, Place place) {
  const Ending ending =
      engine().perform({.operation = {.kind = OpKind::kFutexWait, .place = place, .object = word, .also = nullptr},
                        .deadline = deadline,
                        .operand = expected,
                        .may_not_sleep = library_waits_for_an_old_value(word, expected)});
  if (ending == Ending::kDone) return 0;
  errno = ending == Ending::kTimedOut ? ETIMEDOUT : EAGAIN;
  return -1;
}

long wake(const std::uint32_t* word, int most, Place place) {
  engine().perform({.operation = {.kind = OpKind::kFutexWake, .place = place, .object = word, .also = nullptr},
                    .operand = static_cast<std::uint32_t>(most)});
  return engine().self().answer;
}

}  // namespace

extern "C" long syscall(long number, ...) {
  std::va_list arguments;
  va_start(arguments, number);
  long words[6];
  for (long& word : words) word = va_arg(arguments, long);
  va_end(arguments);
  const bool futex = number == SYS_futex && exploring;
  const long operation = words[1] & FUTEX_CMD_MASK;
  const auto* word = reinterpret_cast<const std::uint32_t*>(words[0]);
  if (futex && (operation == FUTEX_WAIT || operation == FUTEX_WAIT_BITSET)) {
    const EngineScope scope;
    const auto* time = reinterpret_cast<const timespec*>(words[3]);
    return wait_while(word, static_cast<std::uint32_t>(words[2]), deadline_of(time, operation == FUTEX_WAIT_BITSET),
                      engine().place_of(__builtin_return_address(0)));
  }
  if (futex && (operation == FUTEX_WAKE || operation == FUTEX_WAKE_BITSET)) {
    const EngineScope scope;
    return wake(word, static_cast<int>(words[2]), engine().place_of(__builtin_return_address(0)));
  }
  return real().syscall(number, words[0], words[1], words[2], words[3], words[4], words[5]);
}

}  // namespace lockstep::explorer
