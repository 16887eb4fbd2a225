#include "twin/program.h"

namespace lockstep::explorer::twin {
namespace {

std::string word(const Op& op) { return {"xyz"[op.word]}; }
std::string mutex(const Op& op) { return {"mn"[op.mutex]}; }
std::string value(const Op& op) { return std::to_string(op.value); }
std::string old(const Op& op) { return std::to_string(op.old); }

std::string exchange(const Op& op, const char* function, const std::string& r) {
  return "int e = " + old(op) + "; bool done = " + word(op) + "." + function + "(e, " + value(op) + "); " + r +
         " = e + (done ? " + std::to_string(kSucceeded) + " : 0);";
}

std::string locked(const Op& op, const std::string& body) {
  return "{ std::unique_lock lock(" + mutex(op) + "); " + body + " }";
}

std::string access(const Op& op, const std::string& r) {
  const std::string x = word(op);
  switch (op.kind) {
    case OpKind::kLoad:
      return r + " = " + x + ".load();";
    case OpKind::kStore:
      return x + ".store(" + value(op) + ");";
    case OpKind::kFetchAdd:
      return r + " = " + x + ".fetch_add(" + value(op) + ");";
    case OpKind::kExchange:
      return r + " = " + x + ".exchange(" + value(op) + ");";
    case OpKind::kCompareExchange:
      return exchange(op, "compare_exchange_strong", r);
    default:
      return exchange(op, "compare_exchange_weak", r);
  }
}

std::string lock(const Op& op, const std::string& r) {
  const std::string x = word(op);
  const std::string m = mutex(op);
  if (op.kind == OpKind::kLock) return m + ".lock();";
  if (op.kind == OpKind::kUnlock) return m + ".unlock();";
  return r + " = " + m + ".try_lock(); if (" + r + ") { " + x + ".fetch_add(" + value(op) + "); " + m +
         ".unlock(); } else { " + x + ".fetch_add(" + old(op) + "); }";
}

std::string loop(const Op& op, const std::string& r) {
  const std::string x = word(op);
  if (op.kind == OpKind::kSpin) return "while (" + x + ".load() != " + value(op) + ") {}";
  if (op.kind == OpKind::kYieldingSpin) return "while (" + x + ".load() != " + value(op) + ") yield();";
  if (op.kind == OpKind::kCountedPoll) {
    return "while (" + r + " < " + std::to_string(op.looks) + " && " + x + ".load() != " + value(op) + ") ++" + r + ";";
  }
  return "for (int i = 0; i < " + std::to_string(op.looks) + "; ++i) { if (" + x + ".load() == " + value(op) + ") { " +
         r + " = 1; break; }" + (op.kind == OpKind::kYieldingPoll ? " yield(); }" : " }");
}

std::string wait(const Op& op, const std::string& r) {
  const std::string x = word(op);
  const std::string time = std::to_string(op.time_ms) + "ms";
  switch (op.kind) {
    case OpKind::kAtomicWait:
      return x + ".wait(" + old(op) + ");";
    case OpKind::kAtomicNotifyOne:
      return x + ".notify_one();";
    case OpKind::kAtomicNotifyAll:
      return x + ".notify_all();";
    case OpKind::kConditionWait:
      return locked(op, "while (" + x + ".load() != " + value(op) + ") changed.wait(lock);");
    case OpKind::kBareWait:
      return locked(op, "changed.wait(lock);");
    case OpKind::kWaitFor:
      return locked(op, r + " = changed.wait_for(lock, " + time + ") == std::cv_status::timeout;");
    case OpKind::kNotifyOne:
      return "changed.notify_one();";
    case OpKind::kNotifyAll:
      return "changed.notify_all();";
    case OpKind::kAcquire:
      return "semaphore.acquire();";
    case OpKind::kRelease:
      return "semaphore.release();";
    case OpKind::kTryAcquire:
      return r + " = semaphore.try_acquire();";
    default:
      return "sleep_for(" + time + ");";
  }
}

std::string statement(const Op& op, const std::string& r) {
  switch (feature_of(op.kind)) {
    case Feature::kLoad:
    case Feature::kStore:
    case Feature::kExchange:
    case Feature::kWeak:
      return access(op, r);
    case Feature::kLock:
    case Feature::kTryLock:
      return lock(op, r);
    case Feature::kPoll:
    case Feature::kSpin:
      return loop(op, r);
    case Feature::kYield:
      return "yield();";
    case Feature::kAtomicWait:
    case Feature::kCondition:
    case Feature::kSemaphore:
    case Feature::kTime:
      return wait(op, r);
  }
  return {};
}

}  // namespace

Feature feature_of(OpKind kind) {
  switch (kind) {
    case OpKind::kLoad:
      return Feature::kLoad;
    case OpKind::kStore:
      return Feature::kStore;
    case OpKind::kFetchAdd:
    case OpKind::kExchange:
    case OpKind::kCompareExchange:
      return Feature::kExchange;
    case OpKind::kCompareExchangeWeak:
      return Feature::kWeak;
    case OpKind::kLock:
    case OpKind::kUnlock:
      return Feature::kLock;
    case OpKind::kTryLock:
      return Feature::kTryLock;
    case OpKind::kPoll:
    case OpKind::kCountedPoll:
    case OpKind::kYieldingPoll:
      return Feature::kPoll;
    case OpKind::kSpin:
    case OpKind::kYieldingSpin:
      return Feature::kSpin;
    case OpKind::kYield:
      return Feature::kYield;
    case OpKind::kAtomicWait:
    case OpKind::kAtomicNotifyOne:
    case OpKind::kAtomicNotifyAll:
      return Feature::kAtomicWait;
    case OpKind::kConditionWait:
    case OpKind::kBareWait:
    case OpKind::kNotifyOne:
    case OpKind::kNotifyAll:
      return Feature::kCondition;
    case OpKind::kAcquire:
    case OpKind::kRelease:
    case OpKind::kTryAcquire:
      return Feature::kSemaphore;
    case OpKind::kSleep:
    case OpKind::kWaitFor:
      return Feature::kTime;
  }
  return Feature::kLoad;
}

std::string register_name(std::size_t thread, std::size_t op) {
  return std::string{static_cast<char>('b' + thread)} + std::to_string(op);
}

std::string text(const Program& program) {
  std::string all;
  bool locks = false;
  bool waits = false;
  bool counts = false;
  for (std::size_t thread = 0; thread < program.threads.size(); ++thread) {
    const bool is_main = program.main_takes_part && thread + 1 == program.threads.size();
    all += is_main ? "  main:\n" : "  thread " + std::string{static_cast<char>('b' + thread)} + ":\n";
    for (std::size_t at = 0; at < program.threads[thread].size(); ++at) {
      const Op& op = program.threads[thread][at];
      const Feature feature = feature_of(op.kind);
      waits = waits || feature == Feature::kCondition || op.kind == OpKind::kWaitFor;
      locks = locks || waits || feature == Feature::kLock || feature == Feature::kTryLock;
      counts = counts || feature == Feature::kSemaphore;
      all += "    " + statement(op, register_name(thread, at)) + "\n";
    }
  }
  return std::string("  std::atomic<int> x{0}, y{0}, z{0};") + (locks ? " std::mutex m, n;" : "") +
         (waits ? " std::condition_variable changed;" : "") +
         (counts ? " std::counting_semaphore<> semaphore{" + std::to_string(program.semaphore) + "};" : "") + "\n" +
         all;
}

}  // namespace lockstep::explorer::twin
