#include <gtest/gtest.h>

#include <chrono>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "as_completed.h"
#include "fakes.h"
#include "fetch_all.h"
#include "lockstep/explore.h"
#include "scripted_transport.h"
#include "virtual_time.h"

namespace {

using Heeds = ScriptedTransport::Heeds;

/// Requests that nobody stops, and the server that answers them.
struct Scripted {
  explicit Scripted(Heeds heeds = Heeds::kNoStops) : transport(script, heeds) {}

  Script script;
  ScriptedTransport transport;
};

/// Ends as soon as the body has run: a std::jthread without a stop state of its own, whose steps would be explored,
/// too.
class Beside {
 public:
  template <class Body>
  explicit Beside(Body body) : thread_(body) {}
  Beside(const Beside&) = delete;
  Beside& operator=(const Beside&) = delete;
  ~Beside() { thread_.join(); }

 private:
  std::thread thread_;
};

void expect_next(AsCompleted& completed, std::size_t index, const char* end) {
  const auto next = completed.next();
  ASSERT_TRUE(next.has_value()) << "nothing more, and request " << index << " was not given";
  EXPECT_EQ(next->index, index);
  EXPECT_EQ(end_of(next->outcome), end);
}

using ExploredFetchAllTest = InVirtualTime;
using ExploredAsCompletedTest = InVirtualTime;

}  // namespace

TEST_F(ExploredFetchAllTest, FiveWaitsOfHalfASecondTakeHalfASecond) {
  lockstep::explore([] {
    Scripted scripted;
    for (const char* path : {"a", "b", "c", "d", "e"}) scripted.script.on(path, {answer(path, 500ms)});
    const StopWatch watch;
    const auto outcomes = fetch_all(scripted.transport, to_host({"a", "b", "c", "d", "e"}), {.at_most = 5});
    watch.expect_elapsed(500ms, "the end of five requests of 0.5 s, all at the same time");
    EXPECT_EQ(ends_of(outcomes), (Ends{"a", "b", "c", "d", "e"}));
  });
}

TEST_F(ExploredFetchAllTest, GivesTheOrderOfTheRequestsNotThatOfTheEnds) {
  lockstep::explore([] {
    Scripted scripted;
    scripted.script.on("late", {answer("1", 20ms)}).on("bad", {busy(5ms)}).on("soon", {answer("2", 10ms)});
    const StopWatch watch;
    const auto outcomes = fetch_all(scripted.transport, to_host({"late", "bad", "soon"}), {.at_most = 2});
    watch.expect_elapsed(20ms, "the end of three requests, two at the same time");
    EXPECT_EQ(ends_of(outcomes), (Ends{"1", "Failed", "2"}));
  });
}

TEST_F(ExploredFetchAllTest, TheNextOneBeginsAsSoonAsOneHasEnded) {
  lockstep::explore([] {
    Scripted scripted;
    scripted.script.on("a", {answer("a", 10ms)}).on("b", {answer("b", 30ms)}).on("c", {answer("c", 15ms)});
    const StopWatch watch;
    const auto outcomes = fetch_all(scripted.transport, to_host({"a", "b", "c"}), {.at_most = 2});
    watch.expect_elapsed(30ms, "the end of 10 ms and then 15 ms, beside 30 ms");
    EXPECT_EQ(ends_of(outcomes), (Ends{"a", "b", "c"}));
  });
}

TEST_F(ExploredFetchAllTest, ATimeOutForEach) {
  lockstep::explore([] {
    Scripted scripted;
    scripted.script.on("a", {never()}).on("b", {answer("b", 15ms)});
    const StopWatch watch;
    const auto outcomes = fetch_all(scripted.transport, to_host({"a", "b"}), {.at_most = 1, .each = 20ms});
    watch.expect_elapsed(35ms, "20 ms without an answer, and then 15 ms");
    EXPECT_EQ(ends_of(outcomes), (Ends{"TimedOut", "b"}));
  });
}

TEST_F(ExploredFetchAllTest, ATimeOutForAll) {
  lockstep::explore([] {
    Scripted scripted;
    scripted.script.on("a", {answer("a", 10ms)}).on("b", {answer("b", 20ms)}).on("c", {answer("c", 1ms)});
    const StopWatch watch;
    const Limits limits{.at_most = 1, .each = 50ms, .all = std::chrono::steady_clock::now() + 25ms};
    const auto outcomes = fetch_all(scripted.transport, to_host({"a", "b", "c"}), limits);
    watch.expect_elapsed(25ms, "the time for all");
    EXPECT_EQ(ends_of(outcomes), (Ends{"a", "TimedOut", "TimedOut"})) << "what came in time is kept";
    EXPECT_EQ(scripted.script.asked("c"), 0U) << "sent after the time for all";
  });
}

TEST_F(ExploredFetchAllTest, AStopEndsWhatRuns) {
  lockstep::explore([] {
    Scripted scripted(Heeds::kStops);
    scripted.script.on("a", {answer("a", 1ms)}).on("b", {never()}).on("c", {answer("c")});
    std::stop_source source;
    const StopWatch watch;
    const Beside stopper([&source] {
      std::this_thread::sleep_for(5ms);
      source.request_stop();
    });
    const Limits limits{.at_most = 1, .stop = source.get_token()};
    const auto outcomes = fetch_all(scripted.transport, to_host({"a", "b", "c"}), limits);
    watch.expect_elapsed(5ms, "the end after a stop");
    EXPECT_EQ(ends_of(outcomes), (Ends{"a", "Stopped", "Stopped"})) << "what came before the stop is kept";
    EXPECT_EQ(scripted.script.asked("c"), 0U) << "sent after the stop";
  });
}

TEST_F(ExploredAsCompletedTest, GivesEachAsSoonAsItIsThere) {
  lockstep::explore([] {
    Scripted scripted;
    scripted.script.on("late", {answer("1", 20ms)}).on("soon", {answer("2", 10ms)});
    const StopWatch watch;
    AsCompleted completed(scripted.transport, to_host({"late", "soon"}), {.at_most = 2});
    expect_next(completed, 1, "2");
    watch.expect_elapsed(10ms, "the first answer");
    expect_next(completed, 0, "1");
    watch.expect_elapsed(20ms, "the second answer");
    EXPECT_FALSE(completed.next().has_value());
  });
}

TEST_F(ExploredAsCompletedTest, FetchesWhileNobodyAsks) {
  lockstep::explore([] {
    Scripted scripted;
    scripted.script.on("a", {answer("a", 10ms)}).on("b", {answer("b", 10ms)});
    const StopWatch watch;
    AsCompleted completed(scripted.transport, to_host({"a", "b"}), {.at_most = 1});
    watch.expect_elapsed(0ms, "the constructor has returned");
    std::this_thread::sleep_for(30ms);
    expect_next(completed, 0, "a");
    expect_next(completed, 1, "b");
    watch.expect_elapsed(30ms, "two answers that were there before");
  });
}

TEST_F(ExploredAsCompletedTest, DestroyedEarlyItStopsWhatRuns) {
  lockstep::explore([] {
    Scripted scripted(Heeds::kStops);
    scripted.script.on("a", {answer("a", 5ms)}).on("b", {never()}).on("c", {answer("c")});
    const StopWatch watch;
    {
      AsCompleted completed(scripted.transport, to_host({"a", "b", "c"}), {.at_most = 1});
      expect_next(completed, 0, "a");
      std::this_thread::sleep_for(5ms);
    }
    watch.expect_elapsed(10ms, "the end after an early destruction");
    EXPECT_EQ(scripted.script.asked("c"), 0U) << "sent by an object that is being destroyed";
  });
}

TEST_F(ExploredAsCompletedTest, DestroyedAtOnce) {
  lockstep::explore([] {
    Scripted scripted(Heeds::kStops);
    scripted.script.on("a", {never()});
    const StopWatch watch;
    { const AsCompleted completed(scripted.transport, to_host({"a"}), {.at_most = 1}); }
    watch.expect_elapsed(0ms, "the end after a destruction at once");
  });
}

TEST_F(ExploredAsCompletedTest, AStopFromOutsideEndsAll) {
  lockstep::explore([] {
    Scripted scripted(Heeds::kStops);
    scripted.script.on("a", {never()});
    std::stop_source source;
    const StopWatch watch;
    AsCompleted completed(scripted.transport, to_host({"a", "a"}), {.at_most = 1, .stop = source.get_token()});
    std::this_thread::sleep_for(5ms);
    source.request_stop();
    expect_next(completed, 0, "Stopped");
    expect_next(completed, 1, "Stopped");
    watch.expect_elapsed(5ms, "the end after a stop");
    EXPECT_EQ(scripted.script.asked("a"), 1U) << "sent after the stop";
  });
}

// Both run when the stop comes, so both are stopped.
TEST_F(ExploredAsCompletedTest, AStopReachesTwoThatRun) {
  lockstep::explore([] {
    Scripted scripted(Heeds::kStops);
    scripted.script.on("a", {never()}).on("b", {never()});
    const StopWatch watch;
    {
      const AsCompleted completed(scripted.transport, to_host({"a", "b"}), {.at_most = 2});
      std::this_thread::sleep_for(5ms);
    }
    watch.expect_elapsed(5ms, "the end of two requests that were stopped");
  });
}
