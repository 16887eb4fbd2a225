#include "cache.h"

#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <stdexcept>
#include <thread>
#include <vector>

namespace {

std::int64_t length(const std::string& key) { return static_cast<std::int64_t>(key.size()); }

}  // namespace

TEST(CacheTest, ComputesWhatItIsAskedFor) {
  Cache cache(length);
  EXPECT_EQ(cache.get("four"), 4);
  EXPECT_EQ(cache.get("eleven"), 6);
  EXPECT_EQ(cache.get(""), 0);
}

TEST(CacheTest, ComputesEachKeyOnce) {
  std::vector<std::string> computed;
  Cache cache([&computed](const std::string& key) {
    computed.push_back(key);
    return length(key);
  });
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(cache.get("four"), 4);
    EXPECT_EQ(cache.get("eleven"), 6);
  }
  EXPECT_EQ(computed, (std::vector<std::string>{"four", "eleven"}));
}

TEST(CacheTest, ComputesNothingBeforeItIsAsked) {
  int calls = 0;
  Cache cache([&calls](const std::string&) { return ++calls; });
  EXPECT_EQ(calls, 0);
  EXPECT_EQ(cache.get("first"), 1);
  EXPECT_EQ(calls, 1);
}

TEST(CacheTest, RemembersThatAValueIsZero) {
  int calls = 0;
  Cache cache([&calls](const std::string&) {
    ++calls;
    return 0;
  });
  EXPECT_EQ(cache.get("zero"), 0);
  EXPECT_EQ(cache.get("zero"), 0);
  EXPECT_EQ(calls, 1) << "0 is a value like any other: it does not mean that there is no value";
}

TEST(CacheTest, TriesAgainAfterAnException) {
  int calls = 0;
  Cache cache([&calls](const std::string& key) {
    if (++calls < 3) throw std::runtime_error("not yet");
    return length(key);
  });
  EXPECT_THROW(static_cast<void>(cache.get("four")), std::runtime_error);
  EXPECT_THROW(static_cast<void>(cache.get("four")), std::runtime_error);
  EXPECT_EQ(cache.get("four"), 4);
  EXPECT_EQ(cache.get("four"), 4);
  EXPECT_EQ(calls, 3) << "the cache remembers a value, but not an exception";
}

TEST(CacheTest, ComputesEachKeyOnceForManyThreads) {
  constexpr int kKeys = 5;
  for (const int threads : {1, 2, 3, 4, 5, 7, 11, 13}) {
    std::array<std::atomic<int>, kKeys> computed{};
    Cache cache([&computed](const std::string& key) {
      ++computed.at(key.size());
      return length(key);
    });
    {
      std::vector<std::jthread> running;
      running.reserve(static_cast<std::size_t>(threads));
      for (int i = 0; i < threads; ++i) {
        running.emplace_back([&cache] {
          for (std::size_t size = 0; size < kKeys; ++size) {
            EXPECT_EQ(cache.get(std::string(size, 'x')), static_cast<std::int64_t>(size));
          }
        });
      }
    }
    for (const auto& calls : computed) EXPECT_EQ(calls, 1) << "with " << threads << " threads";
  }
}
