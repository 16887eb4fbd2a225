#include "deep_awaits.h"

#include <coroutine>
#include <utility>

#include "outcome.h"
#include "runner.h"
#include "task.h"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define LOCKSTEP_LAB_KEEPS_THE_STACK
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define LOCKSTEP_LAB_KEEPS_THE_STACK
#endif
#endif

#ifdef LOCKSTEP_LAB_KEEPS_THE_STACK
const int kDeep = 1000;
#else
const int kDeep = 1'000'000;
#endif

namespace {

Task<int> one() { co_return 1; }

Task<int> one_after_the_other(int tasks) {
  int ended = 0;
  for (int i = 0; i < tasks; ++i) ended += co_await one();
  co_return ended;
}

Task<int> inside_each_other(int tasks) {
  if (tasks == 1) co_return 1;
  const int inner = co_await inside_each_other(tasks - 1);
  co_return inner + 1;
}

int run(Task<int> task) {
  Outcome<int> outcome;
  Runner runner(keep(std::move(task), outcome));
  runner.start([]() -> std::coroutine_handle<> { return std::noop_coroutine(); });
  return outcome.take();
}

}  // namespace

int await_one_after_the_other(int tasks) { return run(one_after_the_other(tasks)); }

int await_inside_each_other(int tasks) { return run(inside_each_other(tasks)); }
