// Two threads that ask for the same key, or for two: the explorer runs each body schedule by schedule.

#include <gtest/gtest.h>

#include <atomic>
#include <latch>
#include <stdexcept>
#include <thread>

#include "cache.h"
#include "lockstep/explore.h"

TEST(ExploredCacheTest, ComputesOnceForManyWhoAskAtOnce) {
  lockstep::explore([] {
    std::atomic<int> calls = 0;
    Cache cache([&calls](const std::string&) { return 40 + ++calls; });
    {
      const auto ask = [&cache] { EXPECT_EQ(cache.get("key"), 41); };
      const std::jthread second(ask);
      const std::jthread third(ask);
      ask();
    }
    EXPECT_EQ(calls, 1) << "when several threads ask at once, only one of them computes, and the others wait for it";
  });
}

TEST(ExploredCacheTest, ComputesTwoKeysAtTheSameTime) {
  lockstep::explore([] {
    std::latch both_inside(2);
    Cache cache([&](const std::string& key) {
      // If this waits for ever, a thread that needs one key waits until another key is computed.
      both_inside.arrive_and_wait();
      return static_cast<std::int64_t>(key.size());
    });
    const std::jthread other([&] { EXPECT_EQ(cache.get("one"), 3); });
    EXPECT_EQ(cache.get("three"), 5);
  });
}

TEST(ExploredCacheTest, MayBeAskedByTheFunctionThatComputes) {
  lockstep::explore([] {
    Cache* asked = nullptr;
    Cache cache([&asked](const std::string& key) {
      const auto size = static_cast<std::int64_t>(key.size());
      return key.empty() ? 0 : size + asked->get(key.substr(1));
    });
    asked = &cache;
    const std::jthread other([&] { EXPECT_EQ(cache.get("x"), 1); });
    EXPECT_EQ(cache.get("xxx"), 6);
  });
}

TEST(ExploredCacheTest, LeavesNobodyWaitingAfterAnException) {
  lockstep::explore([] {
    std::atomic<int> calls = 0;
    Cache cache([&calls](const std::string&) -> std::int64_t {
      if (++calls == 1) throw std::runtime_error("the first time");
      return 7;
    });
    const auto ask = [&cache] {
      try {
        EXPECT_EQ(cache.get("key"), 7);
      } catch (const std::runtime_error&) {
        return;  // as the thread that computed, or as a thread that waited for it
      }
    };
    {
      const std::jthread other(ask);
      ask();
    }
    EXPECT_EQ(cache.get("key"), 7) << "a call of get after the exception must try again";
    EXPECT_LE(calls, 2) << "a value that was computed once is known";
  });
}

TEST(ExploredCacheTest, ForgetsAnExceptionBeforeItIsHeardOf) {
  lockstep::explore([] {
    std::atomic<int> calls = 0;
    Cache cache([&calls](const std::string&) -> std::int64_t {
      if (++calls == 1) throw std::runtime_error("the first time");
      return 7;
    });
    const auto ask_twice = [&cache] {
      try {
        EXPECT_EQ(cache.get("key"), 7);
      } catch (const std::runtime_error&) {
        EXPECT_NO_THROW(EXPECT_EQ(cache.get("key"), 7))
            << "a thread got the exception, asked again, and got the exception again: "
            << "it was still in the cache";
      }
    };
    const auto ask_once = [&cache] {
      try {
        EXPECT_EQ(cache.get("key"), 7);
      } catch (const std::runtime_error&) {
        return;  // one thread that asks again is enough, and leaves few interleavings
      }
    };
    {
      const std::jthread other(ask_twice);
      ask_once();
    }
    EXPECT_EQ(cache.get("key"), 7);
    EXPECT_EQ(calls, 2)
        << "the second call returned a value, and the value was computed again: did a thread that got the "
        << "exception remove the new value from the cache?";
  });
}
