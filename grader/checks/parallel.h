#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace lockstep::checks {

/// Calls work(0), ..., work(count - 1), at most `jobs` of them at the same time, and returns when all have ended.
/// `work` must not throw.
template <class Work>
void for_each_index(std::size_t count, int jobs, const Work& work) {
  std::atomic<std::size_t> next{0};
  const auto take_turns = [&] {
    for (std::size_t i = next++; i < count; i = next++) work(i);
  };
  std::vector<std::jthread> others;
  const std::size_t workers = std::min(count, static_cast<std::size_t>(std::max(jobs, 1)));
  for (std::size_t i = 1; i < workers; ++i) others.emplace_back(take_turns);
  take_turns();
}

}  // namespace lockstep::checks
