#pragma once

#include <gtest/gtest-spi.h>
#include <gtest/gtest.h>

#include <atomic>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

#include "lockstep/explore.h"

namespace lockstep {

inline void lose_an_update() {
  std::atomic<int> sum{0};
  const auto add = [&] { sum.store(sum.load() + 1); };
  std::thread first(add);
  std::thread second(add);
  first.join();
  second.join();
  EXPECT_EQ(sum.load(), 2) << "an update was lost";
}

inline void count_under_a_lock() {
  std::mutex mutex;
  int sum = 0;
  const auto add = [&] {
    const std::scoped_lock lock(mutex);
    ++sum;
  };
  std::thread first(add);
  std::thread second(add);
  first.join();
  second.join();
  EXPECT_EQ(sum, 2);
}

/// What explore says about a body, with GoogleTest's own failures kept from this test.
struct Told {
  Exploration exploration;
  std::string failures;
};

inline Told told_about(const std::function<void()>& body, const ExploreOptions& options = {}) {
  Told told;
  testing::TestPartResultArray failures;
  {
    const testing::ScopedFakeTestPartResultReporter reporter(
        testing::ScopedFakeTestPartResultReporter::INTERCEPT_ALL_THREADS, &failures);
    told.exploration = explore(body, options);
  }
  for (int i = 0; i < failures.size(); ++i) told.failures += failures.GetTestPartResult(i).message();
  return told;
}

inline Exploration::Found found_in(const std::function<void()>& body, const ExploreOptions& options = {}) {
  return told_about(body, options).exploration.finding.value_or(Exploration::Found{});
}

}  // namespace lockstep
