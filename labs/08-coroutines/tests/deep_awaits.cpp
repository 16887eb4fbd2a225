#include "deep_awaits.h"

#include <algorithm>
#include <coroutine>
#include <cstdint>
#include <utility>
#include <vector>

#include "outcome.h"
#include "runner.h"
#include "task.h"
#include "when.h"

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

/// Where on the stack the bodies of the tasks have run.
struct Stack {
  std::uintptr_t lowest = UINTPTR_MAX;
  std::uintptr_t highest = 0;
};
Stack stack;

[[gnu::noinline]] void note_the_stack() {
  const auto here = reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
  stack.lowest = std::min(stack.lowest, here);
  stack.highest = std::max(stack.highest, here);
}

Task<int> one() {
  note_the_stack();
  co_return 1;
}

Task<int> one_after_the_other(int tasks) {
  int ended = 0;
  for (int i = 0; i < tasks; ++i) {
    ended += co_await one();
    note_the_stack();
  }
  co_return ended;
}

Task<int> inside_each_other(int tasks) {
  note_the_stack();
  if (tasks == 1) co_return 1;
  const int inner = co_await inside_each_other(tasks - 1);
  note_the_stack();
  co_return inner + 1;
}

Task<int> all_again_and_again(int times) {
  int ended = 0;
  for (int i = 0; i < times; ++i) {
    std::vector<Task<int>> two;
    two.reserve(2);
    two.push_back(one());
    two.push_back(one());
    const auto values = co_await when_all(std::move(two));
    ended += values[0] + values[1];
    note_the_stack();
  }
  co_return ended / 2;
}

int run(Task<int> task) {
  Outcome<int> outcome;
  Runner runner(keep(std::move(task), outcome));
  runner.start([]() -> std::coroutine_handle<> { return std::noop_coroutine(); });
  return outcome.take();
}

/// A stack overflow says nothing. So a few tasks are awaited first: whether they leave anything on the stack.
int run_deep(Task<int> (*make)(int tasks), int tasks) {
#ifndef LOCKSTEP_LAB_KEEPS_THE_STACK
  constexpr int kFew = 1000;
  constexpr std::uintptr_t kBytesOfACall = 16;  // the least: a million of them are more than a stack has
  stack = {};
  (void)run(make(kFew));
  if (stack.highest - stack.lowest > kFew * kBytesOfACall) return kStackGrows;
#endif
  return run(make(tasks));
}

}  // namespace

int await_one_after_the_other(int tasks) { return run_deep(one_after_the_other, tasks); }

int await_all_again_and_again(int times) { return run_deep(all_again_and_again, times); }

int await_inside_each_other(int tasks) { return run_deep(inside_each_other, tasks); }
