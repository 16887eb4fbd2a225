#include "explorer/predict/stopwatch.h"

#include <time.h>

#include <algorithm>
#include <cassert>

#include "explorer/library/real.h"

namespace lockstep::predict {
namespace {

Nanoseconds read(clockid_t clock) {
  timespec now{};
  explorer::real().clock_gettime(clock, &now);
  return static_cast<Nanoseconds>(now.tv_sec) * 1'000'000'000 + static_cast<Nanoseconds>(now.tv_nsec);
}

Nanoseconds without(Nanoseconds cost, Nanoseconds measured) { return measured > cost ? measured - cost : 0; }

}  // namespace

Clocks system_clocks() {
  const Nanoseconds cpu = read(CLOCK_THREAD_CPUTIME_ID);
  return {.cpu = cpu, .real = read(CLOCK_MONOTONIC)};
}

void Stopwatch::start() { started_ = clocks_(); }

Nanoseconds Stopwatch::stop() {
  const Clocks now = clocks_();
  const Clocks measured{.cpu = now.cpu - started_.cpu, .real = now.real - started_.real};
  if (calibrates_) kept_.push_back(measured);
  return std::min(without(cost_.cpu, measured.cpu), without(cost_.real, measured.real));
}

void Stopwatch::end_calibration() {
  assert(!kept_.empty());
  const auto middle = kept_.begin() + static_cast<std::ptrdiff_t>(kept_.size() / 2);
  std::ranges::nth_element(kept_, middle, {}, &Clocks::cpu);
  cost_.cpu = middle->cpu;
  std::ranges::nth_element(kept_, middle, {}, &Clocks::real);
  cost_.real = middle->real;
  kept_.clear();
  calibrates_ = false;
}

}  // namespace lockstep::predict
