#include "explorer/strategy/trace_hash.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <utility>
#include <vector>

namespace lockstep::explorer {
namespace {

struct ModelStep {
  ThreadId thread = 0;
  std::uintptr_t address = 0;
  std::uint32_t size = 1;
  bool changed = false;
  bool of_time = false;
  bool of_all = false;
};

Effects effects_of(const ModelStep& step) {
  Effects effects;
  effects.touch(reinterpret_cast<const void*>(step.address), step.size, step.changed);
  if (step.of_time) effects.use_time();
  if (step.of_all) effects.affect_all();
  return effects;
}

std::uint64_t hash_of(const std::vector<ModelStep>& schedule) {
  TraceHash hash;
  hash.begin();
  for (const ModelStep& step : schedule) hash.add(step.thread, effects_of(step));
  return hash.value();
}

/// The order of all pairs of dependent steps of different threads: what a trace is.
std::set<std::pair<int, int>> dependence_order(const std::vector<ModelStep>& schedule) {
  std::vector<int> names;
  std::vector<int> made(8, 0);
  names.reserve(schedule.size());
  for (const ModelStep& step : schedule)
    names.push_back(step.thread * 100 + made[static_cast<std::size_t>(step.thread)]++);
  std::set<std::pair<int, int>> order;
  for (std::size_t i = 0; i < schedule.size(); ++i) {
    for (std::size_t j = i + 1; j < schedule.size(); ++j) {
      if (schedule[i].thread != schedule[j].thread && dependent(effects_of(schedule[i]), effects_of(schedule[j]))) {
        order.emplace(names[i], names[j]);
      }
    }
  }
  return order;
}

/// Calls `visit` with each interleaving of the threads' steps.
template <class Visit>
void for_each_interleaving(const std::vector<std::vector<ModelStep>>& threads, const Visit& visit) {
  std::vector<std::size_t> turns;
  for (std::size_t i = 0; i < threads.size(); ++i) turns.insert(turns.end(), threads[i].size(), i);
  do {
    std::vector<std::size_t> next(threads.size(), 0);
    std::vector<ModelStep> schedule;
    schedule.reserve(turns.size());
    for (const std::size_t thread : turns) schedule.push_back(threads[thread][next[thread]++]);
    visit(schedule);
  } while (std::next_permutation(turns.begin(), turns.end()));
}

TEST(TraceHashTest, TellsTracesApartAsTheOrderOfDependentStepsDoes) {
  std::mt19937 random(7);
  const auto below = [&](unsigned most) { return static_cast<unsigned>(random() % most); };
  for (int program = 0; program < 60; ++program) {
    std::vector<std::vector<ModelStep>> threads(3);
    for (std::size_t thread = 0; thread < threads.size(); ++thread) {
      for (int i = 0; i < 3; ++i) {
        // Bytes that overlap, now and then the time, seldom all there is.
        threads[thread].push_back({.thread = static_cast<ThreadId>(thread),
                                   .address = 1000 + below(4),
                                   .size = 1 + below(2),
                                   .changed = below(2) == 0,
                                   .of_time = below(8) == 0,
                                   .of_all = below(16) == 0});
      }
    }
    std::set<std::set<std::pair<int, int>>> orders;
    std::set<std::uint64_t> hashes;
    std::set<std::pair<std::set<std::pair<int, int>>, std::uint64_t>> both;
    for_each_interleaving(threads, [&](const std::vector<ModelStep>& schedule) {
      orders.insert(dependence_order(schedule));
      hashes.insert(hash_of(schedule));
      both.emplace(dependence_order(schedule), hash_of(schedule));
    });
    EXPECT_EQ(hashes.size(), orders.size()) << "program " << program;
    EXPECT_EQ(both.size(), orders.size()) << "program " << program;
  }
}

TEST(TraceHashTest, AChoiceOfAValueMakesAnotherTrace) {
  TraceHash one;
  TraceHash other;
  one.begin();
  other.begin();
  one.add_choice(1, 0);
  other.add_choice(1, 1);
  EXPECT_NE(one.value(), other.value());
}

TEST(TraceHashTest, BeginsAnew) {
  TraceHash hash;
  hash.begin();
  hash.add(0, effects_of({.thread = 0, .address = 1000, .changed = true}));
  const std::uint64_t first = hash.value();
  hash.begin();
  hash.add(0, effects_of({.thread = 0, .address = 1000, .changed = true}));
  EXPECT_EQ(hash.value(), first);
}

}  // namespace
}  // namespace lockstep::explorer
