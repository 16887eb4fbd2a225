// The guided strategy on a model: threads that make given operations, one after another.

#include "explorer/strategy/guided.h"

#include <gtest/gtest.h>

#include <array>
#include <vector>

#include "explorer/strategy/object_table.h"
#include "explorer/strategy/random.h"
#include "explorer/strategy/read_from.h"

namespace lockstep::explorer {
namespace {

using Operations = std::vector<Operation>;

/// \return the threads, in the order in which they made their operations
std::vector<ThreadId> run_operations(const std::vector<Operations>& threads, Strategy& strategy) {
  std::vector<std::size_t> made(threads.size());
  std::array<Operation, kMaxThreads> next{};
  std::vector<ThreadId> order;
  ThreadId running = 0;
  for (;;) {
    ThreadSet candidates;
    for (std::size_t i = 0; i < threads.size(); ++i) {
      if (made[i] == threads[i].size()) continue;
      next[i] = threads[i][made[i]];
      candidates.insert(static_cast<ThreadId>(i));
    }
    if (candidates.empty()) break;
    running =
        candidates.has_one()
            ? candidates.first()
            : strategy.pick_thread({.candidates = candidates, .running = running, .step = order.size(), .next = next});
    strategy.on_step(running, next[static_cast<std::size_t>(running)]);
    ++made[static_cast<std::size_t>(running)];
    order.push_back(running);
  }
  strategy.end(order.size(), true);
  return order;
}

Operation store(const char& object, Place place) { return {.kind = OpKind::kStore, .place = place, .object = &object}; }
Operation load(const char& object, Place place) { return {.kind = OpKind::kLoad, .place = place, .object = &object}; }

/// Many threads store in one variable and then in another. The last one loads both. \return the number of the first
/// schedule in which it sees the first variable stored and the second one not; 0 when none of 1,000 does
int schedules_to_the_gap(Strategy& strategy, std::size_t writers) {
  const std::array<char, 2> variables{};
  std::vector<Operations> threads(writers, {store(variables[0], 1), store(variables[1], 2)});
  threads.push_back({load(variables[0], 3), load(variables[1], 4)});
  for (int schedule = 1; schedule <= 1'000 && strategy.begin(); ++schedule) {
    std::vector<int> made(writers + 1);
    bool first_stored = false;
    bool second_stored = false;
    bool first_seen = false;
    for (const ThreadId thread : run_operations(threads, strategy)) {
      const int nth = ++made[static_cast<std::size_t>(thread)];
      const bool loads = static_cast<std::size_t>(thread) == writers;
      if (!loads) (nth == 1 ? first_stored : second_stored) = true;
      if (loads && nth == 1) first_seen = first_stored;
      if (loads && nth == 2 && first_seen && !second_stored) return schedule;
    }
  }
  return 0;
}

TEST(GuidedTest, ComesBetweenTwoStoresOfTheFirstOfManyThreads) {
  int guided_schedules = 0;
  int random_schedules = 0;
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    GuidedStrategy guided(seed);
    const int schedules = schedules_to_the_gap(guided, 200);
    EXPECT_GT(schedules, 0) << seed;
    EXPECT_LE(schedules, 50) << seed;
    guided_schedules += schedules;
    RandomStrategy random(seed);
    random_schedules += schedules_to_the_gap(random, 200);
  }
  EXPECT_GT(random_schedules, 10 * guided_schedules) << "a random walk comes there nearly as soon";
}

TEST(GuidedTest, AWishThatCannotComeTrueHoldsNobodyForEver) {
  // Each loads what only it stores later: a wish that it sees that store first is in vain.
  const std::array<char, 2> variables{};
  const std::vector<Operations> threads{{load(variables[0], 1), store(variables[0], 2), load(variables[1], 3)},
                                        {load(variables[1], 1), store(variables[1], 2), load(variables[0], 3)}};
  GuidedStrategy guided(1);
  for (int schedule = 0; schedule < 500; ++schedule) {
    ASSERT_TRUE(guided.begin());
    EXPECT_EQ(run_operations(threads, guided).size(), 6U);
  }
}

TEST(ReadFromTest, ThreadsThatRunTheSameCodeHaveTheSameEvents) {
  const char variable = 0;
  ReadFrom object(&variable);
  EXPECT_EQ(object.event_of(1, load(variable, 7)), object.event_of(2, load(variable, 7)));
  EXPECT_NE(object.event_of(1, load(variable, 7)), object.event_of(1, load(variable, 8)));
  EXPECT_NE(object.event_of(1, load(variable, 7)), object.event_of(1, store(variable, 7)));
  object.note(1, load(variable, 7));
  EXPECT_NE(object.event_of(1, load(variable, 7)), object.event_of(2, load(variable, 7))) << "the second of its thread";
  object.begin_schedule();
  EXPECT_EQ(object.event_of(1, load(variable, 7)), object.event_of(2, load(variable, 7)));
}

TEST(ReadFromTest, IsSharedWhenTwoThreadsUseItAndOneWrites) {
  const char variable = 0;
  ReadFrom object(&variable);
  object.note(1, load(variable, 1));
  object.note(2, load(variable, 1));
  EXPECT_FALSE(object.is_shared());
  object.note(2, store(variable, 2));
  EXPECT_TRUE(object.is_shared());
}

TEST(ReadFromTest, KnowsTheLatestWriteOfTheSchedule) {
  const char variable = 0;
  ReadFrom object(&variable);
  EXPECT_EQ(object.latest(), kInitialValue);
  const Event event = object.event_of(3, store(variable, 2));
  object.note(3, store(variable, 2));
  EXPECT_EQ(object.latest(), event);
  EXPECT_EQ(object.writer(), 3);
  object.begin_schedule();
  EXPECT_EQ(object.latest(), kInitialValue);
}

TEST(ReadFromTest, DrawsWhatFewSchedulesHaveSeen) {
  const char variable = 0;
  ReadFrom object(&variable);
  constexpr int kSchedules = 1'000;
  for (int i = 0; i < kSchedules; ++i) {  // the load sees nobody's write, each time
    object.begin_schedule();
    object.note(1, load(variable, 1));
    object.note(2, store(variable, 2));
  }
  RandomSource random(1);
  int initial = 0;
  for (int i = 0; i < kSchedules; ++i) initial += object.draw(random).write == kInitialValue ? 1 : 0;
  EXPECT_LT(initial, kSchedules * 2 / 5) << "as soon as the store is drawn as often, they are alike";
}

TEST(ObjectTableTest, KnowsNoMoreThanSoMany) {
  struct Known {
    explicit Known(const void* at) : address(at) {}
    const void* address;
  };
  ObjectTable<Known> table;
  const std::vector<char> objects(5'000);
  std::size_t known = 0;
  for (const char& object : objects) known += table.at(&object) != nullptr ? 1U : 0U;
  EXPECT_EQ(known, 4'096U);
  EXPECT_EQ(table.all().size(), known);
  EXPECT_EQ(table.at(&objects[17])->address, &objects[17]);
  EXPECT_EQ(table.at(&objects.back()), nullptr);
}

}  // namespace
}  // namespace lockstep::explorer
