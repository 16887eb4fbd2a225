#include "explorer/schedule/schedule.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "explorer/strategy/random_source.h"

namespace lockstep::explorer {
namespace {

Choice thread(std::uint8_t id) { return {Choice::kThread, id}; }
Choice value(std::uint8_t chosen) { return {Choice::kValue, chosen}; }

Schedule schedule_of(const std::vector<Choice>& choices) {
  Schedule schedule;
  for (const Choice choice : choices) schedule.push(choice);
  return schedule;
}

TEST(ScheduleTest, PrintsRunsOfAThreadOnce) {
  EXPECT_EQ(schedule_of({thread(0), thread(0), thread(0), thread(1), value(1), thread(0)}).text(), "a3b.1a");
}

TEST(ScheduleTest, HasANameForEachThread) {
  EXPECT_EQ(name(0), "a");
  EXPECT_EQ(name(25), "z");
  EXPECT_EQ(name(51), "Z");
  EXPECT_EQ(name(52), "_aa");
  EXPECT_EQ(name(kMaxThreads - 1), "_hv");
  std::set<std::string> names;
  for (ThreadId thread = 0; thread < kMaxThreads; ++thread) names.insert(name(thread));
  EXPECT_EQ(names.size(), static_cast<std::size_t>(kMaxThreads));
}

TEST(ScheduleTest, IsReadAsItWasPrinted) {
  RandomSource random(1);
  for (int round = 0; round < 1000; ++round) {
    Schedule schedule;
    for (auto left = random.below(40); left > 0; --left) {
      const bool of_thread = !random.once_in(4);
      schedule.push(of_thread ? thread(static_cast<std::uint8_t>(random.below(kMaxThreads)))
                              : value(static_cast<std::uint8_t>(random.below(256))));
    }
    EXPECT_EQ(Schedule::parse(schedule.text()), schedule) << schedule.text();
  }
}

TEST(ScheduleTest, PrintsWhatComesAgainOnce) {
  Schedule schedule;
  schedule.push(thread(2));
  for (int round = 0; round < 5'000; ++round) {
    for (const Choice choice : {thread(0), value(1), thread(1), thread(1)}) schedule.push(choice);
  }
  schedule.push(thread(3));
  EXPECT_EQ(schedule.text(), "c(a.1b2)5000d");
  EXPECT_EQ(Schedule::parse(schedule.text()), schedule);
}

TEST(ScheduleTest, RefusesWhatIsNone) {
  for (const char* text : {"3a", "(ab", "ab)", "(ab)", "((ab)2)3", "(ab)99999999999", "(a9999999)9999999", "a0", ".",
                           ".256", "a-b", "a99999999999", " a", "ä", "_", "_a", "_aA", "_hw", "_a2"}) {
    EXPECT_EQ(Schedule::parse(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace lockstep::explorer
