// Parts 3 to 5, with other combinations of threads, in every schedule.

#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <cstdint>
#include <latch>
#include <limits>
#include <stdexcept>
#include <string>
#include <thread>

#include "cache.h"
#include "lockstep/explore.h"
#include "observers.h"
#include "shared_cache.h"

TEST(HiddenExploredCacheTest, GivesAKnownKeyWhileAnotherOneIsWorkedOut) {
  lockstep::explore([] {
    std::latch inside(1);
    std::latch served(1);
    Cache cache([&](const std::string& key) -> std::int64_t {
      if (key == "known") return 1;
      inside.count_down();
      served.wait();
      return 2;
    });
    EXPECT_EQ(cache.get("known"), 1);
    const std::jthread other([&] { EXPECT_EQ(cache.get("new"), 2); });
    inside.wait();
    EXPECT_EQ(cache.get("known"), 1);
    served.count_down();
  });
}

TEST(HiddenExploredCacheTest, AnExceptionOfOneKeyIsNoneOfAnother) {
  lockstep::explore([] {
    std::atomic<int> calls = 0;
    Cache cache([&calls](const std::string& key) -> std::int64_t {
      if (key == "bad") throw std::invalid_argument("bad");
      return ++calls;
    });
    {
      const std::jthread other([&] { EXPECT_THROW(static_cast<void>(cache.get("bad")), std::invalid_argument); });
      EXPECT_EQ(cache.get("good"), 1);
    }
    EXPECT_THROW(static_cast<void>(cache.get("bad")), std::invalid_argument);
    EXPECT_EQ(cache.get("good"), 1);
  });
}

TEST(HiddenExploredCacheTest, RemembersTheLeastAndTheLargestValues) {
  lockstep::explore([] {
    constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();
    constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
    int calls = 0;
    Cache cache([&calls](const std::string& key) {
      ++calls;
      return std::int64_t{std::stoll(key)};
    });
    constexpr std::array kValues{kLeast, kLeast + 1, kLeast + 2, std::int64_t{-1}, kMost - 2, kMost - 1, kMost};
    for (const std::int64_t value : kValues) {
      EXPECT_EQ(cache.get(std::to_string(value)), value);
      // If this waits for ever, the cache takes a value for a sign of its own.
      EXPECT_EQ(cache.get(std::to_string(value)), value);
    }
    EXPECT_EQ(calls, static_cast<int>(kValues.size())) << "each of them is a value like any other";
  });
}

TEST(HiddenExploredCacheTest, MayBeAskedForManyKeysByTheFunctionThatComputes) {
  lockstep::explore([] {
    Cache* asked = nullptr;
    Cache cache([&asked](const std::string& key) -> std::int64_t {
      if (key != "the sum of many others") return std::stoll(key);
      std::int64_t sum = 0;
      for (int i = 0; i < 150; ++i) sum += asked->get(std::to_string(i));
      // The cache has grown meanwhile; what it gave to this function must still be there.
      EXPECT_EQ(key, "the sum of many others");
      return sum;
    });
    asked = &cache;
    EXPECT_EQ(cache.get("the sum of many others"), 150 * 149 / 2);
    EXPECT_EQ(cache.get("the sum of many others"), 150 * 149 / 2);
  });
}

TEST(HiddenExploredCacheTest, ComputesOnTheThreadThatAsks) {
  lockstep::explore([] {
    std::thread::id ran_a;
    std::thread::id ran_b;
    Cache cache([&](const std::string& key) {
      (key == "a" ? ran_a : ran_b) = std::this_thread::get_id();
      return 7;
    });
    const auto ask = [&cache](const std::string& key, const std::thread::id& ran) {
      EXPECT_EQ(cache.get(key), 7);
      EXPECT_TRUE(ran == std::this_thread::get_id()) << "compute must run on the thread that calls get";
    };
    const std::jthread other([&] { ask("b", ran_b); });
    ask("a", ran_a);
  });
}

TEST(HiddenExploredCacheTest, LeavesNobodyWaitingForOneOfTwoKeys) {
  lockstep::explore([] {
    std::latch inside(2);
    std::atomic<int> calls_of_a = 0;
    std::atomic<int> calls_of_b = 0;
    Cache* asked = nullptr;
    Cache cache([&](const std::string& key) -> std::int64_t {
      if (key == "a") {
        if (++calls_of_a == 1) inside.arrive_and_wait();
        return 1 + asked->get("b");
      }
      if (++calls_of_b > 1) return 2;
      inside.arrive_and_wait();
      throw std::runtime_error("the first time");
    });
    asked = &cache;
    const auto ask = [&cache](const std::string& key, std::int64_t value) {
      try {
        EXPECT_EQ(cache.get(key), value);
      } catch (const std::runtime_error&) {
        return;  // as the thread that computed, or as a thread that waited for it
      }
    };
    {
      // One thread waits for a, and the thread that computes a may wait for b. It must hear of the exception: if this
      // waits for ever, another thread was woken.
      const std::jthread computes_a([&] { ask("a", 3); });
      const std::jthread waits_for_a([&] { ask("a", 3); });
      ask("b", 2);
    }
    EXPECT_EQ(cache.get("a"), 3);
  });
}

TEST(HiddenExploredSharedCacheTest, LetsThePredicateUseAnotherCache) {
  lockstep::explore([] {
    SharedCache wanted;
    SharedCache cache;
    cache.put("ABC", {1, 1});
    const std::jthread other([&] { wanted.put("JKL", {2, 2}); });
    const std::size_t copied = cache.count([&](const std::string& symbol, const Quote& quote) {
      wanted.put(symbol, quote);
      return wanted.find(symbol) == quote;
    });
    EXPECT_EQ(copied, 1U);
  });
}

TEST(HiddenExploredSharedCacheTest, CountsAtOneMoment) {
  lockstep::explore([] {
    SharedCache cache;
    cache.put("ABC", {1, 1});
    const std::jthread other([&] {
      cache.put("JKL", {1, 1});
      cache.invalidate("ABC");
    });
    const std::size_t entries = cache.count([](const std::string&, const Quote&) { return true; });
    EXPECT_TRUE(entries == 1 || entries == 2) << "there is always at least one entry";
  });
}

TEST(HiddenExploredSharedCacheTest, AddsWhileOthersRemove) {
  lockstep::explore([] {
    SharedCache cache;
    cache.put("ABC", {1, 1});
    const std::jthread other([&] { cache.invalidate("ABC"); });
    const Quote quote = cache.find_or_put("ABC", {2, 2});
    EXPECT_TRUE(quote == (Quote{1, 1}) || quote == (Quote{2, 2}));
  });
}

TEST(HiddenExploredSharedCacheTest, CountsAtOneMomentWhileEntriesAreReplaced) {
  lockstep::explore([] {
    const Quote none;
    const Quote wanted{.price = 1};
    SharedCache cache;
    cache.put("ABC", wanted);
    cache.put("DEF", none);
    const std::jthread other([&] {
      cache.put("ABC", none);
      cache.put("DEF", wanted);
      cache.put("DEF", none);
      cache.put("ABC", wanted);
    });
    EXPECT_LE(cache.count([&](const std::string&, const Quote& quote) { return quote == wanted; }), 1U)
        << "at no moment are there two";
  });
}

TEST(HiddenExploredSharedCacheTest, AnEntryThatIsRemovedMeanwhileWasInside) {
  lockstep::explore([] {
    SharedCache cache;
    Quote one;
    Quote two;
    {
      const std::jthread first([&] { one = cache.find_or_put("ABC", {1, 1}); });
      const std::jthread second([&] { two = cache.find_or_put("ABC", {2, 2}); });
      cache.invalidate("ABC");
    }
    const bool both_added = one == Quote{1, 1} && two == Quote{2, 2};
    EXPECT_TRUE(!both_added || cache.find("ABC")) << "two entries were added and one was removed, but none is there";
  });
}

TEST(HiddenExploredObserversTest, TwoNotifyAtOnce) {
  lockstep::explore([] {
    std::latch both_inside(2);
    Observers observers;
    observers.subscribe([&](const std::string&) { both_inside.arrive_and_wait(); });
    const std::jthread other([&] { observers.notify("rain"); });
    observers.notify("sun");
  });
}

TEST(HiddenExploredObserversTest, AListenerMayEndAllSubscriptions) {
  lockstep::explore([] {
    int heard = 0;
    Observers observers;
    std::array<Observers::Id, 2> ids{};
    const auto end_all = [&](const std::string&) {
      ++heard;
      for (const Observers::Id id : ids) observers.unsubscribe(id);
    };
    for (Observers::Id& id : ids) id = observers.subscribe(end_all);
    const std::jthread other([&] { observers.subscribe([](const std::string&) {}); });
    observers.notify("rain");
    EXPECT_GE(heard, 1);
    heard = 0;
    observers.notify("sun");
    EXPECT_EQ(heard, 0);
  });
}
