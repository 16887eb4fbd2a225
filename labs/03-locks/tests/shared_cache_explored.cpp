// Readers and writers, two or three threads: the explorer runs each body schedule by schedule.

#include <gtest/gtest.h>

#include <latch>
#include <thread>

#include "lockstep/explore.h"
#include "print_quote.h"
#include "shared_cache.h"

TEST(ExploredSharedCacheTest, LetsTwoReadAtTheSameTime) {
  lockstep::explore([] {
    SharedCache cache;
    cache.put("ABC", {10, 20});
    std::latch both_inside(2);
    const auto wanted = [&both_inside](const std::string&, const Quote&) {
      // If this waits for ever, a reader waits until another reader has finished.
      both_inside.arrive_and_wait();
      return true;
    };
    const std::jthread other([&] { EXPECT_EQ(cache.count(wanted), 1U); });
    EXPECT_EQ(cache.count(wanted), 1U);
  });
}

TEST(ExploredSharedCacheTest, LetsOneFindWhileAnotherCounts) {
  lockstep::explore([] {
    SharedCache cache;
    cache.put("ABC", {10, 20});
    std::latch inside(1);
    std::latch found(1);
    const std::jthread other([&] {
      static_cast<void>(cache.count([&](const std::string&, const Quote&) {
        inside.count_down();
        // If this waits for ever, find waits until count has finished, although both only read.
        found.wait();
        return true;
      }));
    });
    inside.wait();
    EXPECT_EQ(cache.find("ABC"), (Quote{10, 20}));
    found.count_down();
  });
}

TEST(ExploredSharedCacheTest, LetsWritersWriteAlone) {
  lockstep::explore([] {
    SharedCache cache;
    {
      const std::jthread other([&] {
        cache.put("ABC", {10, 20});
        cache.invalidate("XYZ");
      });
      cache.put("XYZ", {30, 60});
    }
    EXPECT_EQ(cache.find("ABC"), (Quote{10, 20}));
  });
}

TEST(ExploredSharedCacheTest, InvalidatesWhileOthersRead) {
  lockstep::explore([] {
    SharedCache cache;
    cache.put("ABC", {10, 20});
    const std::jthread other([&] { EXPECT_TRUE(cache.invalidate("ABC")); });
    const auto quote = cache.find("ABC");
    EXPECT_TRUE(!quote || *quote == (Quote{10, 20}))
        << "find must return a copy, and make it before it releases the lock";
  });
}

TEST(ExploredSharedCacheTest, TellsOneOfTwoThatItRemovedTheEntry) {
  lockstep::explore([] {
    SharedCache cache;
    cache.put("ABC", {10, 20});
    bool others = false;
    bool mine = false;
    {
      const std::jthread other([&] { others = cache.invalidate("ABC"); });
      mine = cache.invalidate("ABC");
    }
    EXPECT_NE(mine, others)
        << "there was one entry, so only one of the two threads can have removed it: the look and the "
        << "removal must be one step";
  });
}

TEST(ExploredSharedCacheTest, GivesAllWhoAddASymbolTheFirstOnesQuote) {
  lockstep::explore([] {
    SharedCache cache;
    Quote others;
    Quote mine;
    {
      const std::jthread other([&] { others = cache.find_or_put("ABC", {10, 20}); });
      mine = cache.find_or_put("ABC", {11, 22});
    }
    EXPECT_EQ(mine, others) << "two threads that add the same symbol at once must get the same quote";
    EXPECT_EQ(cache.find("ABC"), mine);
  });
}
