// The real threads, compiled as a lab's tests are: each access and each atomic operation is a call of the explorer.

#include "twin/explored.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <semaphore>
#include <thread>
#include <utility>

namespace lockstep::explorer::twin {
namespace {

/// What the threads of a program share.
struct Shared {
  explicit Shared(int count) : semaphore(count) {}
  std::atomic<int>& word(const Op& op) { return words[static_cast<std::size_t>(op.word)]; }
  std::mutex& mutex(const Op& op) { return mutexes[static_cast<std::size_t>(op.mutex)]; }

  std::array<std::atomic<int>, kWords> words{};
  std::array<std::mutex, kMutexes> mutexes;
  std::condition_variable changed;
  std::counting_semaphore<> semaphore;
  std::array<std::array<int, kMostOps>, kMostThreads> registers{};
};

// Templates, so that each operation of a thread has places in the code of its own, as it has in a program that somebody
// wrote.

template <std::size_t kAt>
void access(Shared& shared, const Op& op, int& r) {
  std::atomic<int>& x = shared.word(op);
  int expected = op.old;
  bool done = false;
  switch (op.kind) {
    case OpKind::kLoad:
      r = x.load();
      return;
    case OpKind::kStore:
      x.store(op.value);
      return;
    case OpKind::kFetchAdd:
      r = x.fetch_add(op.value);
      return;
    case OpKind::kExchange:
      r = x.exchange(op.value);
      return;
    case OpKind::kCompareExchange:
      done = x.compare_exchange_strong(expected, op.value);
      break;
    default:
      done = x.compare_exchange_weak(expected, op.value);
      break;
  }
  r = expected + (done ? kSucceeded : 0);
}

template <std::size_t kAt>
void lock(Shared& shared, const Op& op, int& r) {
  std::mutex& m = shared.mutex(op);
  if (op.kind == OpKind::kLock) return m.lock();
  if (op.kind == OpKind::kUnlock) return m.unlock();
  if (m.try_lock()) {
    r = 1;
    shared.word(op).fetch_add(op.value);
    m.unlock();
  } else {
    shared.word(op).fetch_add(op.old);
  }
}

template <std::size_t kAt>
void loop(Shared& shared, const Op& op, int& r) {
  std::atomic<int>& x = shared.word(op);
  switch (op.kind) {
    case OpKind::kPoll:
      for (int i = 0; i < op.looks; ++i) {
        if (x.load() == op.value) {
          r = 1;
          break;
        }
      }
      break;
    case OpKind::kCountedPoll:
      while (r < op.looks && x.load() != op.value) ++r;
      break;
    case OpKind::kYieldingPoll:
      for (int i = 0; i < op.looks; ++i) {
        if (x.load() == op.value) {
          r = 1;
          break;
        }
        std::this_thread::yield();
      }
      break;
    case OpKind::kSpin:
      while (x.load() != op.value) {
      }
      break;
    default:
      while (x.load() != op.value) std::this_thread::yield();
      break;
  }
}

template <std::size_t kAt>
void wait_on_condition(Shared& shared, const Op& op, int& r) {
  if (op.kind == OpKind::kNotifyOne) return shared.changed.notify_one();
  if (op.kind == OpKind::kNotifyAll) return shared.changed.notify_all();
  std::unique_lock lock(shared.mutex(op));
  if (op.kind == OpKind::kConditionWait) {
    while (shared.word(op).load() != op.value) shared.changed.wait(lock);
  } else if (op.kind == OpKind::kBareWait) {
    shared.changed.wait(lock);
  } else {
    r = shared.changed.wait_for(lock, std::chrono::milliseconds(op.time_ms)) == std::cv_status::timeout ? 1 : 0;
  }
}

template <std::size_t kAt>
void wait(Shared& shared, const Op& op, int& r) {
  std::atomic<int>& x = shared.word(op);
  switch (op.kind) {
    case OpKind::kAtomicWait:
      return x.wait(op.old);
    case OpKind::kAtomicNotifyOne:
      return x.notify_one();
    case OpKind::kAtomicNotifyAll:
      return x.notify_all();
    case OpKind::kAcquire:
      return shared.semaphore.acquire();
    case OpKind::kRelease:
      return shared.semaphore.release();
    case OpKind::kTryAcquire:
      r = shared.semaphore.try_acquire() ? 1 : 0;
      return;
    case OpKind::kSleep:
      return std::this_thread::sleep_for(std::chrono::milliseconds(op.time_ms));
    default:
      return wait_on_condition<kAt>(shared, op, r);
  }
}

/// The operation at place `kAt` of a thread.
template <std::size_t kAt>
void perform(Shared& shared, const Op& op, int& r) {
  switch (feature_of(op.kind)) {
    case Feature::kLoad:
    case Feature::kStore:
    case Feature::kExchange:
    case Feature::kWeak:
      return access<kAt>(shared, op, r);
    case Feature::kLock:
    case Feature::kTryLock:
      return lock<kAt>(shared, op, r);
    case Feature::kPoll:
    case Feature::kSpin:
      return loop<kAt>(shared, op, r);
    case Feature::kYield:
      return std::this_thread::yield();
    case Feature::kAtomicWait:
    case Feature::kCondition:
    case Feature::kSemaphore:
    case Feature::kTime:
      return wait<kAt>(shared, op, r);
  }
}

using Perform = void (*)(Shared&, const Op&, int&);

template <std::size_t... kAt>
constexpr std::array<Perform, sizeof...(kAt)> performers(std::index_sequence<kAt...>) {
  return {&perform<kAt>...};
}

constexpr auto kPerformers = performers(std::make_index_sequence<kMostOps>{});

void run_thread(Shared& shared, const std::vector<Op>& ops, std::array<int, kMostOps>& registers) {
  for (std::size_t at = 0; at < ops.size(); ++at) kPerformers[at](shared, ops[at], registers[at]);
}

}  // namespace

void run_program(const Program& program, Ending& ending) {
  Shared shared(program.semaphore);
  const std::size_t count = program.threads.size();
  const std::size_t started = program.main_takes_part ? count - 1 : count;
  std::array<std::thread, kMostThreads> threads;
  for (std::size_t i = 0; i < started; ++i) {
    threads[i] = std::thread([&, i] { run_thread(shared, program.threads[i], shared.registers[i]); });
  }
  for (std::size_t i = started; i < count; ++i) run_thread(shared, program.threads[i], shared.registers[i]);
  for (std::size_t i = 0; i < started; ++i) threads[i].join();
  ending.clear();
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t at = 0; at < program.threads[i].size(); ++at) ending.push_back(shared.registers[i][at]);
  }
  for (const std::atomic<int>& word : shared.words) ending.push_back(word.load());
}

}  // namespace lockstep::explorer::twin
