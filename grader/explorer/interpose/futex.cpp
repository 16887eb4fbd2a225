// What stands in for syscall(): the futex is how libstdc++ waits for atomics, semaphores, latches, barriers and
// futures.

#include <linux/futex.h>
#include <sys/syscall.h>

#include <bit>
#include <cerrno>
#include <climits>
#include <cstdarg>

#include "explorer/engine/engine.h"
#include "explorer/engine/exploring.h"
#include "explorer/engine/stack.h"
#include "explorer/interpose/clock.h"
#include "explorer/interpose/real.h"

namespace lockstep::explorer {
namespace {

SyncObject& object_of(const void* word) { return engine().sync().at(word, SyncObject::Kind::kWord); }

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
  Engine& run = engine();
  run.step({.kind = OpKind::kFutexWait, .place = place, .object = word, .also = nullptr});
  if (*word != expected || library_waits_for_an_old_value(word, expected)) {
    run.only_read();
    errno = EAGAIN;
    return -1;
  }
  SyncObject& object = object_of(word);
  object.waiters |= only(run.current());
  const Operation asleep{.kind = OpKind::kWakeUp, .place = place, .object = word, .also = nullptr};
  if (run.wait(asleep, &object, deadline, false)) return 0;
  errno = ETIMEDOUT;
  return -1;
}

long wake(const std::uint32_t* word, int most, Place place) {
  Engine& run = engine();
  run.step({.kind = OpKind::kFutexWake, .place = place, .object = word, .also = nullptr});
  SyncObject& object = object_of(word);
  object.last_notified_at = place;
  if (object.waiters == 0) ++object.notified_nobody;
  int woken = 0;
  for (; object.waiters != 0 && woken < most; ++woken) {
    ThreadSet rest = object.waiters;
    if (most < std::popcount(rest)) {
      for (unsigned skip = run.choose(static_cast<unsigned>(std::popcount(rest)), ChoiceBias::kEven); skip > 0;
           --skip) {
        rest &= rest - 1;
      }
    }
    const ThreadSet chosen = rest & (~rest + 1);
    object.waiters &= ~chosen;
    run.enable(chosen);
  }
  if (woken > 0) run.made_progress();
  return woken;
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
