// ThreadSanitizer of g++ 12 and clang 14 does not know some functions of pthread, and takes correct programs for wrong
// ones. Here they are put down to functions that it knows. Each is compiled with ThreadSanitizer, and none holds a lock
// of its own: that would order what nothing else orders, and hide real races. See docs/sanitizers.md.

#include <pthread.h>
#include <time.h>

namespace {

constexpr long long kNanosecondsPerSecond = 1'000'000'000;

long long nanoseconds(const timespec& time) { return time.tv_sec * kNanosecondsPerSecond + time.tv_nsec; }

/// The same moment on the real-time clock.
timespec on_real_time_clock(clockid_t clock, const timespec& moment) {
  if (clock == CLOCK_REALTIME) return moment;
  timespec now{};
  timespec real_now{};
  clock_gettime(clock, &now);
  clock_gettime(CLOCK_REALTIME, &real_now);
  long long real = nanoseconds(real_now) + nanoseconds(moment) - nanoseconds(now);
  if (real < 0) real = 0;
  return {.tv_sec = real / kNanosecondsPerSecond, .tv_nsec = real % kNanosecondsPerSecond};
}

// States of a pthread_once_t as the C library keeps them.
constexpr int kNew = 0;
constexpr int kRunning = 1;
constexpr int kDone = 2;

/// Says how the initialisation ended: done, or, when it threw, as if it had never begun.
class OnceRun {
 public:
  explicit OnceRun(pthread_once_t& once) : once_(once) {}
  ~OnceRun() { __atomic_store_n(&once_, done_ ? kDone : kNew, __ATOMIC_RELEASE); }
  OnceRun(const OnceRun&) = delete;
  OnceRun& operator=(const OnceRun&) = delete;

  void succeeded() { done_ = true; }

 private:
  pthread_once_t& once_;
  bool done_ = false;
};

}  // namespace

extern "C" {

int pthread_mutex_clocklock(pthread_mutex_t* mutex, clockid_t clock, const timespec* until) noexcept {
  const timespec real = on_real_time_clock(clock, *until);
  return pthread_mutex_timedlock(mutex, &real);
}

int pthread_rwlock_clockrdlock(pthread_rwlock_t* lock, clockid_t clock, const timespec* until) noexcept {
  const timespec real = on_real_time_clock(clock, *until);
  return pthread_rwlock_timedrdlock(lock, &real);
}

int pthread_rwlock_clockwrlock(pthread_rwlock_t* lock, clockid_t clock, const timespec* until) noexcept {
  const timespec real = on_real_time_clock(clock, *until);
  return pthread_rwlock_timedwrlock(lock, &real);
}

// The sanitizer's own leaves a once_flag "running" for ever when the first call throws.
int pthread_once(pthread_once_t* once, void (*initialise)()) {
  for (;;) {
    int state = __atomic_load_n(once, __ATOMIC_ACQUIRE);
    if (state == kDone) return 0;
    if (state == kRunning) {
      const timespec pause{.tv_sec = 0, .tv_nsec = 20'000};
      nanosleep(&pause, nullptr);
      continue;
    }
    if (!__atomic_compare_exchange_n(once, &state, kRunning, false, __ATOMIC_ACQUIRE, __ATOMIC_ACQUIRE)) continue;
    OnceRun run(*once);
    initialise();
    run.succeeded();
    return 0;
  }
}
}
