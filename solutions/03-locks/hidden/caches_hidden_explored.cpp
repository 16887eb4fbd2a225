// Parts 3 to 5, with other combinations of threads, in every schedule.

#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <latch>
#include <stdexcept>
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
