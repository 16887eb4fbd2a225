#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lockstep::explorer::twin {

inline constexpr int kWords = 3;
inline constexpr int kMutexes = 2;
inline constexpr int kMostThreads = 3;
inline constexpr int kMostOps = 8;  ///< of a thread

/// What a thread of a small program can do. `x` is the word, `m` the mutex, `v` the value and `old` the old value of
/// the operation, `r` its register, `d` its time in milliseconds.
enum class OpKind : std::uint8_t {
  kLoad,             ///< r = x.load()
  kStore,            ///< x.store(v)
  kFetchAdd,         ///< r = x.fetch_add(v)
  kExchange,         ///< r = x.exchange(v)
  kCompareExchange,  ///< compare_exchange_strong(old, v); r = the value that was there, + kSucceeded when it was old
  kCompareExchangeWeak,  ///< the same with compare_exchange_weak
  kLock,                 ///< m.lock()
  kUnlock,               ///< m.unlock()
  kTryLock,              ///< if (r = m.try_lock()) { x.fetch_add(v); m.unlock(); } else { x.fetch_add(old); }
  kPoll,                 ///< looks at x at most `looks` times until it is v; r = whether it was
  kCountedPoll,          ///< the same; r = how many looks in vain
  kYieldingPoll,         ///< the same as kPoll, and yields after each look in vain
  kSpin,                 ///< while (x.load() != v) {}
  kYieldingSpin,         ///< the same with a yield in it
  kYield,                ///< std::this_thread::yield()
  kAtomicWait,           ///< x.wait(old)
  kAtomicNotifyOne,      ///< x.notify_one()
  kAtomicNotifyAll,      ///< x.notify_all()
  kConditionWait,        ///< lock m; while (x.load() != v) changed.wait(m); unlock
  kBareWait,             ///< lock m; changed.wait(m); unlock
  kNotifyOne,            ///< changed.notify_one()
  kNotifyAll,            ///< changed.notify_all()
  kAcquire,              ///< semaphore.acquire()
  kRelease,              ///< semaphore.release()
  kTryAcquire,           ///< r = semaphore.try_acquire()
  kSleep,                ///< std::this_thread::sleep_for(d)
  kWaitFor,              ///< lock m; r = whether changed.wait_for(m, d) timed out; unlock
};

/// What a compare_exchange that succeeds adds to its register.
inline constexpr int kSucceeded = 64;

struct Op {
  OpKind kind = OpKind::kYield;
  int word = 0;
  int mutex = 0;
  int value = 0;
  int old = 0;
  int looks = 0;
  /// A power of two, another one for each operation of a program: then no two deadlines are the same, and it does not
  /// matter what a look at the clock takes.
  int time_ms = 0;
};

inline constexpr int kMostTimes = 6;  ///< operations with a time, in a program

/// Main starts the threads and joins them. All words are 0 at first.
struct Program {
  std::vector<std::vector<Op>> threads;
  int semaphore = 0;             ///< its count at first
  bool main_takes_part = false;  ///< the last thread is main itself, once it has started the others
};

/// Groups of operations that can be switched on and off.
enum class Feature : std::uint8_t {
  kStore,
  kLoad,
  kExchange,
  kWeak,
  kLock,
  kTryLock,
  kPoll,
  kSpin,
  kYield,
  kAtomicWait,
  kCondition,
  kSemaphore,
  kTime,
};

/// Names as `--features` takes them, in the order of the enumerators.
inline constexpr std::array<std::string_view, 13> kFeatureNames{
    "store", "load",  "exchange",    "weak",      "lock",      "try-lock", "poll",
    "spin",  "yield", "atomic-wait", "condition", "semaphore", "time"};

[[nodiscard]] Feature feature_of(OpKind kind);

/// What `text` calls the register of an operation.
[[nodiscard]] std::string register_name(std::size_t thread, std::size_t op);

/// The program as a person would write it: a column of statements a thread.
[[nodiscard]] std::string text(const Program& program);

}  // namespace lockstep::explorer::twin
