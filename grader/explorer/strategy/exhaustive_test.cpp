// The exhaustive strategy on models with several objects and locks: the reduction leaves out no execution, whatever the
// order of its independent steps.

#include "explorer/strategy/exhaustive.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "explorer/strategy/execution.h"
#include "explorer/strategy/random_source.h"

namespace lockstep::explorer {
namespace {

constexpr std::size_t kObjects = 3;

/// What a thread of the model does: loads, stores and locks of objects by their numbers.
struct ModelStep {
  OpKind kind = OpKind::kLoad;
  std::size_t object = 0;
};

using Threads = std::vector<std::vector<ModelStep>>;

/// Runs a model's threads under a strategy, and says what came of it.
class ModelRun {
 public:
  /// \param objects  the same ones in each run
  ModelRun(const Threads& threads, const std::array<char, kObjects>& objects, Strategy& strategy)
      : threads_(threads), objects_(objects), strategy_(strategy), made_(threads.size()) {}

  /// \return which store each load has read and who held each lock when: the same for executions that differ only in
  /// the order of independent steps
  std::string run() {
    ThreadId running = 0;
    for (ThreadSet candidates = this->candidates(); !candidates.empty(); candidates = this->candidates()) {
      running =
          candidates.has_one()
              ? candidates.first()
              : strategy_.pick_thread({.candidates = candidates, .running = running, .step = steps_, .next = next_});
      make_step(running);
    }
    const bool whole = std::all_of(made_.begin(), made_.end(),
                                   [&, i = 0U](std::size_t made) mutable { return made == threads_[i++].size(); });
    strategy_.end(steps_, whole);
    std::string all;
    for (const std::string& seen : seen_) all += seen + "|";
    return all;
  }

 private:
  ThreadSet candidates() {
    ThreadSet candidates;
    for (std::size_t i = 0; i < threads_.size(); ++i) {
      if (made_[i] == threads_[i].size()) continue;
      const ModelStep& step = threads_[i][made_[i]];
      next_[i] = {.kind = step.kind, .place = 0, .object = &objects_[step.object], .also = nullptr};
      if (step.kind != OpKind::kLock || !held_[step.object]) candidates.insert(static_cast<ThreadId>(i));
    }
    return candidates;
  }

  void make_step(ThreadId id) {
    const auto thread = static_cast<std::size_t>(id);
    const ModelStep& step = threads_[thread][made_[thread]];
    const bool writes = step.kind != OpKind::kLoad;
    strategy_.on_step(id, next_[thread]);
    Effects effects;
    effects.touch(&objects_[step.object], 1, writes);
    // What was written before, in which order: of a load the same as long as no store moves across it.
    seen_[thread] += "<" + writers_[step.object] + ">";
    if (writes) writers_[step.object] += name(id);
    if (step.kind == OpKind::kLock) held_[step.object] = true;
    if (step.kind == OpKind::kUnlock) held_[step.object] = false;
    ++made_[thread];
    ++steps_;
    strategy_.on_effects(id, effects);
  }

  const Threads& threads_;
  const std::array<char, kObjects>& objects_;
  Strategy& strategy_;
  std::vector<std::size_t> made_;
  std::array<Operation, kMaxThreads> next_{};
  std::array<bool, kObjects> held_{};
  std::map<std::size_t, std::string> writers_;
  std::array<std::string, 8> seen_;
  std::size_t steps_ = 0;
};

struct Explored {
  std::set<std::string> executions;
  std::uint64_t interleavings = 0;
  std::uint64_t schedules = 0;
};

Explored explore_all(const Threads& threads, bool source_sets) {
  const std::array<char, kObjects> objects{};
  ExhaustiveStrategy strategy(std::nullopt, source_sets);
  Explored explored;
  while (strategy.begin()) {
    ++explored.schedules;
    explored.executions.insert(ModelRun(threads, objects, strategy).run());
  }
  explored.interleavings = strategy.run();
  return explored;
}

/// A critical section now and then, otherwise loads and stores.
Threads random_threads(RandomSource& random) {
  Threads threads(2 + random.below(2));
  for (auto& steps : threads) {
    const std::uint64_t parts = 1 + random.below(3);
    for (std::uint64_t part = 0; part < parts; ++part) {
      const std::size_t object = random.below(2);
      const OpKind access = random.once_in(2) ? OpKind::kLoad : OpKind::kStore;
      if (random.once_in(3)) {
        steps.push_back({OpKind::kLock, 2});
        steps.push_back({access, object});
        steps.push_back({OpKind::kUnlock, 2});
      } else {
        steps.push_back({access, object});
      }
    }
  }
  return threads;
}

TEST(SourceSetsTest, LeaveOutNoExecutionOfRandomPrograms) {
  RandomSource random(1);
  std::uint64_t with = 0;
  std::uint64_t without = 0;
  for (int program = 0; program < 400; ++program) {
    const Threads threads = random_threads(random);
    const Explored reduced = explore_all(threads, true);
    const Explored slept = explore_all(threads, false);
    EXPECT_EQ(reduced.executions, slept.executions) << program;
    EXPECT_EQ(reduced.interleavings, slept.interleavings) << program;
    with += reduced.schedules;
    without += slept.schedules;
  }
  EXPECT_LT(2 * with, without);
}

TEST(SourceSetsTest, RunEachOrderOfCriticalSectionsOnceAndHardlyMore) {
  const std::vector<ModelStep> section{{OpKind::kLock, 0}, {OpKind::kStore, 1}, {OpKind::kUnlock, 0}};
  const Explored explored = explore_all({section, section, section}, true);
  EXPECT_EQ(explored.interleavings, 6U) << "3! orders";
  EXPECT_LE(explored.schedules, 8U);
}

TEST(SourceSetsTest, AScheduleThatEndsEarlyHidesNothing) {
  // The first schedule ends in a deadlock, before the third thread's store shows what it races with.
  const Threads threads{{{OpKind::kLock, 0}, {OpKind::kLock, 1}, {OpKind::kUnlock, 1}, {OpKind::kUnlock, 0}},
                        {{OpKind::kLock, 1}, {OpKind::kLock, 0}, {OpKind::kUnlock, 0}, {OpKind::kUnlock, 1}},
                        {{OpKind::kStore, 2}, {OpKind::kLock, 0}, {OpKind::kUnlock, 0}}};
  const Explored reduced = explore_all(threads, true);
  const Explored slept = explore_all(threads, false);
  EXPECT_EQ(reduced.executions, slept.executions);
}

Execution::Event event_on(ThreadId thread, const char& object, bool changes) {
  Execution::Event event;
  event.thread = thread;
  event.effects.touch(&object, 1, changes);
  return event;
}

TEST(ExecutionTest, AnEventIsBehindWhatItDependsOnAndWhatThatIsBehind) {
  const std::array<char, 32> objects{};
  Execution execution;
  execution.add(event_on(0, objects[0], true));
  execution.add(event_on(1, objects[0], false));
  execution.add(event_on(1, objects[16], true));
  execution.add(event_on(2, objects[16], false));
  execution.add(event_on(3, objects[31], true));
  EXPECT_TRUE(execution.happens_before(0, 1));
  EXPECT_TRUE(execution.happens_before(0, 3)) << "by way of thread b";
  EXPECT_FALSE(execution.happens_before(0, 4));
  EXPECT_EQ(execution[2].nth, 2U);
}

TEST(ExecutionTest, ForgetsWhatIsTakenBack) {
  const char object = 0;
  Execution execution;
  execution.add(event_on(0, object, true));
  execution.add(event_on(1, object, true));
  execution.truncate(1);
  execution.add(event_on(2, object, true));
  ASSERT_EQ(execution.latest_depends_on().size(), 1U);
  EXPECT_EQ(execution.latest_depends_on()[0], 0U);
  EXPECT_EQ(execution[1].nth, 1U);
}

TEST(ExecutionTest, TwoThatUseTheTimeDependOnEachOtherAndOneThatAffectsAllOnEveryOther) {
  const std::array<char, 32> objects{};
  Execution execution;
  Execution::Event first = event_on(0, objects[0], true);
  first.effects.use_time();
  execution.add(first);
  Execution::Event second = event_on(1, objects[16], true);
  second.effects.use_time();
  execution.add(second);
  EXPECT_TRUE(execution.happens_before(0, 1));
  Execution::Event third = event_on(2, objects[31], false);
  third.effects.affect_all();
  execution.add(third);
  execution.add(event_on(3, objects[8], true));
  EXPECT_TRUE(execution.happens_before(1, 2));
  EXPECT_TRUE(execution.happens_before(2, 3));
}

TEST(ExecutionTest, BytesOfOneWordAreApart) {
  alignas(8) const std::array<char, 8> bytes{};
  Execution execution;
  execution.add(event_on(0, bytes[0], true));
  execution.add(event_on(1, bytes[1], true));
  EXPECT_FALSE(execution.happens_before(0, 1));
  Execution::Event both;
  both.thread = 2;
  both.effects.touch(bytes.data(), 2, false);
  execution.add(both);
  EXPECT_TRUE(execution.happens_before(0, 2));
  EXPECT_TRUE(execution.happens_before(1, 2));
}

TEST(ExecutionTest, InitialsCanBeginWhatIsLeftWithoutAnEvent) {
  const std::array<char, 64> objects{};
  Execution execution;
  execution.add(event_on(0, objects[0], true));   // is to come last
  execution.add(event_on(1, objects[16], true));  // can begin
  execution.add(event_on(2, objects[16], true));  // is behind that
  execution.add(event_on(3, objects[32], true));  // can begin
  execution.add(event_on(3, objects[0], true));   // the latest
  const ThreadSet initials = execution.initials_without(0);
  EXPECT_TRUE(initials == (only(1) | only(3)));
}

TEST(ExecutionTest, HasRoomForManyThreads) {
  constexpr std::size_t kWord = 8;
  const std::array<char, kWord * kMaxThreads> objects{};
  Execution execution;
  for (std::size_t thread = 0; thread < kMaxThreads; ++thread) {
    execution.add(event_on(static_cast<ThreadId>(thread), objects[kWord * thread], true));
  }
  execution.add(event_on(kMaxThreads - 1, objects[0], true));
  EXPECT_TRUE(execution.happens_before(0, execution.size() - 1));
  EXPECT_FALSE(execution.happens_before(1, execution.size() - 1));
}

}  // namespace
}  // namespace lockstep::explorer
