#include "threads_for.h"

#include <algorithm>
#include <stdexcept>

namespace {

__extension__ using Wide = unsigned __int128;  // g++ and clang have it, the standard has not

}  // namespace

Measured measure(const std::function<void()>& task, int runs, const Clocks& clocks) {
  if (runs < 1) throw std::invalid_argument("no runs: nothing is measured");
  Duration real{};
  Duration compute{};
  for (int i = 0; i < runs; ++i) {
    const Duration real_begin = clocks.real();
    const Duration compute_begin = clocks.compute();
    task();
    compute += clocks.compute() - compute_begin;
    real += clocks.real() - real_begin;
  }
  return {.wait = std::max((real - compute) / runs, Duration::zero()), .compute = compute / runs};
}

std::size_t threads_for(const Measured& task, std::size_t cores, std::size_t at_most) {
  if (cores == 0 || at_most == 0) throw std::invalid_argument("neither cores nor threads can be 0");
  if (task.wait < Duration::zero() || task.compute < Duration::zero()) throw std::invalid_argument("a time below 0");
  if (task.compute == Duration::zero()) return at_most;
  // In whole numbers, since 3 * (1 + 10. / 3) is a little above 13. The product may be longer than 64 bits.
  const auto compute = static_cast<Wide>(task.compute.count());
  const Wide threads = cores + (cores * static_cast<Wide>(task.wait.count()) + compute - 1) / compute;
  return threads < at_most ? static_cast<std::size_t>(threads) : at_most;
}
