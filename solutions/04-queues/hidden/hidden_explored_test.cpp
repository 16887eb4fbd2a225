#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <optional>
#include <set>
#include <stdexcept>
#include <thread>
#include <vector>

#include "bounded_queue.h"
#include "fragile.h"
#include "gate.h"
#include "hooked_mutex.h"
#include "lockstep/explore.h"
#include "pipeline.h"
#include "pipeline_stages.h"
#include "two_lock_queue.h"
#include "virtual_time.h"

using namespace pipeline_stages;
using namespace std::chrono_literals;

TEST(HiddenExploredTest, TwoProducersAndTwoConsumersShareOnePlace) {
  lockstep::explore([] {
    BoundedQueue<int> queue(1);
    std::atomic<int> sum = 0;
    {
      std::jthread one([&] { EXPECT_TRUE(queue.push(1)); });
      std::jthread two([&] { EXPECT_TRUE(queue.push(2)); });
      std::jthread three([&] { sum += queue.pop().value_or(100); });
      sum += queue.pop().value_or(100);
    }
    EXPECT_EQ(sum, 3);
  });
}

TEST(HiddenExploredTest, ATimedAndAnEndlessConsumerShareAnItem) {
  lockstep::explore([] {
    BoundedQueue<int> queue(2);
    std::atomic<int> received = 0;
    {
      std::jthread timed([&] {
        if (queue.pop_for(10ms)) ++received;
      });
      std::jthread endless([&] {
        while (queue.pop()) ++received;
      });
      std::this_thread::sleep_for(10ms);  // the item comes at the moment when the timeout expires
      EXPECT_TRUE(queue.push(1));
      EXPECT_TRUE(queue.push(2));
#ifdef LOCKSTEP_TIME_IS_VIRTUAL
      std::this_thread::sleep_for(10ms);
      EXPECT_EQ(received, 2) << "an item is inside, but a consumer waits for it";
#endif
      queue.close();
    }
    EXPECT_EQ(received, 2);
  });
}

TEST(HiddenExploredTest, WithoutATimeoutAnItemThatIsInsideIsNotMissed) {
  lockstep::explore([] {
    BoundedQueue<int> queue(3);
    EXPECT_TRUE(queue.push(1));
    std::jthread other([&queue] { EXPECT_TRUE(queue.push_for(2, 0ms)) << "a place is free all the time"; });
    EXPECT_EQ(queue.pop_for(0ms), 1) << "an item is inside all the time";
  });
}

/// Makes a call in which an item's move may throw.
template <class Call>
static void count_failure(std::atomic<int>& failed, const Call& call) {
  try {
    static_cast<void>(call());
  } catch (const std::runtime_error&) {
    ++failed;
  }
}

TEST(HiddenExploredTest, WhatATimedConsumerCannotMoveGoesToTheNext) {
  lockstep::explore([] {
    Moves moves;
    moves.first_by_a_stranger_throws = true;
    BoundedQueue<Fragile> queue(1);
    std::atomic<int> failed = 0;
    {
      std::jthread timed([&] { count_failure(failed, [&queue] { return queue.pop_for(10ms); }); });
      // Waits for ever if the notification is lost with the other thread's exception.
      std::jthread endless([&] { count_failure(failed, [&queue] { return queue.pop(); }); });
      EXPECT_TRUE(queue.push(Fragile(1, moves)));
    }
    EXPECT_EQ(failed, 1);
  });
}

TEST(HiddenExploredTest, ThePlaceThatATimedProducerCannotFillGoesToTheNext) {
  lockstep::explore([] {
    Moves good;
    Moves moves;
    moves.left = 0;
    BoundedQueue<Fragile> queue(1);
    EXPECT_TRUE(queue.push(Fragile(1, good)));
    std::atomic<int> failed = 0;
    {
      std::jthread timed([&] { count_failure(failed, [&] { return queue.push_for(Fragile(2, moves), 10ms); }); });
      // Waits for ever if the notification is lost with the other thread's exception.
      std::jthread endless([&] { count_failure(failed, [&] { return queue.push(Fragile(3, moves)); }); });
      EXPECT_TRUE(queue.try_pop().has_value());
    }
    EXPECT_EQ(failed, 1);
  });
}

TEST(HiddenExploredTest, AProducerIsClosedOutAtTheLastMoment) {
  lockstep::explore([] {
    BoundedQueue<std::unique_ptr<int>> queue(1);
    std::atomic<int> pushed = 0;
    std::atomic<int> kept = 0;
    {
      std::jthread producer([&] {
        for (int i = 0; i < 2; ++i) {
          auto mine = std::make_unique<int>(i);
          if (queue.push(std::move(mine))) {
            ++pushed;
          } else {
            EXPECT_NE(mine, nullptr);
            ++kept;
          }
        }
      });
      std::jthread closer([&] { queue.close(); });
    }
    int inside = 0;
    while (queue.pop()) ++inside;
    EXPECT_EQ(inside, pushed);
    EXPECT_EQ(pushed + kept, 2);
  });
}

TEST(HiddenExploredTest, AnErrorFindsTheSinkAtWork) {
  lockstep::explore([] {
    std::vector<Item> results;
    const Sink slow = [&](Item result) {
      std::this_thread::sleep_for(1ms);
      results.push_back(result);
    };
    EXPECT_THROW(run_pipeline(all_numbers(), refuses(2), slow, {.workers = 2, .window = 2}), std::out_of_range);
    EXPECT_LE(results.size(), 2U);
  });
}

TEST(HiddenExploredTest, SourceAndSinkThrowAtOnce) {
  lockstep::explore([] {
    const Source source = [next = Item{0}]() mutable -> std::optional<Item> {
      if (next == 1) throw std::out_of_range("source");
      return next++;
    };
    const Sink sink = [](Item) { throw std::out_of_range("sink"); };
    EXPECT_THROW(run_pipeline(source, square, sink, {.workers = 1, .window = 1}), std::out_of_range);
  });
}

TEST(HiddenExploredTest, ALaterExceptionDoesNotReplaceTheFirst) {
  lockstep::explore([] {
    // The source need not be called while an item is in transform: then the transform is the first that throws.
    enum class Stage { kNone, kSource, kTransform };
    std::atomic<Stage> first = Stage::kNone;
    const auto throws = [&first](Stage stage) {
      Stage none = Stage::kNone;
      first.compare_exchange_strong(none, stage);
    };
    const Source source = [&, next = Item{0}]() mutable -> std::optional<Item> {
      if (next == 0) return next++;
      throws(Stage::kSource);
      throw std::out_of_range("at once");
    };
    const Transform late = [&](Item) -> Item {
      std::this_thread::sleep_for(1ms);
      throws(Stage::kTransform);
      throw std::invalid_argument("after 1 ms");
    };
    Stage passed_on = Stage::kNone;
    try {
      run_pipeline(source, late, [](Item) {}, {.workers = 1, .window = 2});
    } catch (const std::out_of_range&) {
      passed_on = Stage::kSource;
    } catch (const std::invalid_argument&) {
      passed_on = Stage::kTransform;
    }
#ifdef LOCKSTEP_TIME_IS_VIRTUAL
    EXPECT_EQ(passed_on, first.load()) << "a later exception has replaced the first";
#else
    EXPECT_NE(passed_on, Stage::kNone) << "which came first is not known here";
#endif
  });
}

TEST(HiddenExploredTest, AnErrorStopsTheSourceThoughAnEarlierItemIsSlow) {
  lockstep::explore([] {
    std::atomic<Item> read = 0;
    const Source source = [&read]() -> std::optional<Item> {
      std::this_thread::sleep_for(1ms);
      return read++;
    };
    const Transform transform = [](Item item) -> Item {
      if (item == 1) throw std::out_of_range("after 2 ms");
      std::this_thread::sleep_for(20ms);
      return item;
    };
    EXPECT_THROW(run_pipeline(source, transform, [](Item) {}, {.workers = 2, .window = 8}), std::out_of_range);
#ifdef LOCKSTEP_TIME_IS_VIRTUAL
    EXPECT_LE(read, 3U) << "the source went on after the error";
#endif
  });
}

TEST(HiddenExploredTest, AFreeWorkerTakesTheNextItem) {
  lockstep::explore([] {
    Gate later_item;
    const Transform transform = [&later_item](Item item) {
      if (item == 0) later_item.pass();  // as slow as the other worker is with the items behind it
      if (item == 2) later_item.open();
      return square(item);
    };
    std::vector<Item> results;
    run_pipeline(numbers_below(3), transform, into(results), {.workers = 2, .window = 3});
    EXPECT_EQ(results, squares_below(3));
  });
}

TEST(HiddenExploredTest, ConsumersFightOverTheLastItemOfTwoLocks) {
  lockstep::explore([] {
    TwoLockQueue<std::unique_ptr<int>> queue;
    queue.push(std::make_unique<int>(1));
    std::atomic<int> sum = 0;
    const auto consume = [&] {
      if (const auto item = queue.try_pop()) sum += **item;
    };
    {
      std::jthread one(consume);
      std::jthread two(consume);
      queue.push(std::make_unique<int>(2));
    }
    while (const auto item = queue.try_pop()) sum += **item;
    EXPECT_EQ(sum, 3);
  });
}

TEST(HiddenExploredTest, ItemsComeAndGoWhileAProducerIsHeldUp) {
  lockstep::explore([] {
    TwoLockQueue<int> queue;
    const auto come_and_go = [&queue] {
      int sum = 0;
      for (const int item : {1, 2}) queue.push(item);
      for (int i = 0; i < 2; ++i) sum += queue.try_pop().value_or(0);
      return sum;
    };
    int sum = come_and_go();  // what the queue keeps of these, to use it again, is there from here on
    {
      std::jthread producer([&queue] {
        for (const int item : {10, 20}) queue.push(item);
      });
      sum += come_and_go();
    }
    while (const auto item = queue.try_pop()) sum += *item;
    EXPECT_EQ(sum, 3 + 3 + 30) << "an item is gone, or came twice";
  });
}

TEST(HiddenExploredTest, ManyGoThroughOneEndWhileTheOtherIsHeldUp) {
  lockstep::explore([] {
    TwoLockQueue<int, HookedMutex> queue;
    for (int i = 0; i < 3; ++i) queue.push(i);
    Gate inside;
    Gate leave;
    std::jthread slow([&] {
      const HookedMutex::Hooked hooked([&](const HookedMutex*) {
        inside.open();
        EXPECT_TRUE(leave.pass_within_the_hour()) << "this end is stopped, and the other end waits for it";
      });
      queue.push(3);
    });
    inside.pass();
    for (int i = 0; i < 3; ++i) EXPECT_EQ(queue.try_pop(), i);
    EXPECT_EQ(queue.try_pop(), std::nullopt);
    leave.open();
  });
}
