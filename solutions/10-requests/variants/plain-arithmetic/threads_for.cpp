#include "threads_for.h"

#include <stdexcept>

Measured measure(const std::function<void()>& task, int runs, const Clocks& clocks) {
  if (runs <= 0) throw std::invalid_argument("runs");
  const Duration real_begin = clocks.real();
  const Duration compute_begin = clocks.compute();
  for (int i = 0; i < runs; ++i) task();
  const Duration compute = clocks.compute() - compute_begin;
  const Duration real = clocks.real() - real_begin;
  return {.wait = real > compute ? (real - compute) / runs : Duration{}, .compute = compute / runs};
}

std::size_t threads_for(const Measured& task, std::size_t cores, std::size_t at_most) {
  const auto wait = task.wait.count();
  const auto compute = task.compute.count();
  if (cores == 0 || at_most == 0 || wait < 0 || compute < 0) throw std::invalid_argument("cannot be");
  // The smallest number of threads for which threads × compute >= cores × (wait + compute).
  std::size_t threads = 1;
  while (threads < at_most && static_cast<long double>(threads) * compute <
                                  static_cast<long double>(cores) * (static_cast<long double>(wait) + compute)) {
    ++threads;
  }
  return compute == 0 ? at_most : threads;
}
