#include <gtest/gtest.h>

#include <chrono>
#include <stop_token>
#include <string>
#include <thread>

#include "fakes.h"
#include "lockstep/explore.h"
#include "retry.h"
#include "scripted_transport.h"
#include "virtual_time.h"

namespace {

double one_half() { return 0.5; }

using ExploredRetryTest = InVirtualTime;

}  // namespace

TEST_F(ExploredRetryTest, PausesAreRandomPartsOfLongerAndLongerTimes) {
  lockstep::explore([] {
    Script script;
    script.on("a", {busy(), busy(), busy(), busy(), answer("a")});
    ScriptedTransport transport(script);
    RetryingTransport retrying(transport, {.attempts = 5, .first_pause = 100ms, .longest_pause = 300ms}, one_half);
    const StopWatch watch;
    EXPECT_EQ(retrying.fetch({"host", "a"}, TimePoint::max(), {}), "a");
    watch.expect_elapsed(450ms, "half of 100, 200, 300 and 300 ms");
  });
}

TEST_F(ExploredRetryTest, NoPauseFollowsTheLastAttempt) {
  lockstep::explore([] {
    Script script;
    script.on("a", {busy(10ms)});
    ScriptedTransport transport(script);
    RetryingTransport retrying(transport, {.attempts = 2, .first_pause = 100ms}, one_half);
    const StopWatch watch;
    EXPECT_THROW((void)retrying.fetch({"host", "a"}, TimePoint::max(), {}), Failed);
    watch.expect_elapsed(70ms, "two attempts of 10 ms, and a pause of 50 ms between them");
  });
}

TEST_F(ExploredRetryTest, NoPauseReachesTheDeadline) {
  lockstep::explore([] {
    Script script;
    script.on("a", {busy(10ms)});
    ScriptedTransport transport(script);
    RetryingTransport retrying(transport, {.attempts = 5, .first_pause = 100ms}, one_half);
    const StopWatch watch;
    const TimePoint deadline = std::chrono::steady_clock::now() + 100ms;
    EXPECT_THROW((void)retrying.fetch({"host", "a"}, deadline, {}), Failed);
    watch.expect_elapsed(70ms, "two attempts of 10 ms and a pause of 50 ms; another pause of 100 ms has no place");
    EXPECT_EQ(script.asked("a"), 2U);
  });
}

TEST_F(ExploredRetryTest, ATimeOutForEachAttempt) {
  lockstep::explore([] {
    Script script;
    script.on("a", {never(), answer("a", 5ms)});
    ScriptedTransport transport(script);
    RetryingTransport retrying(transport, {.each = 20ms, .first_pause = 100ms}, one_half);
    const StopWatch watch;
    EXPECT_EQ(retrying.fetch({"host", "a"}, TimePoint::max(), {}), "a");
    watch.expect_elapsed(75ms, "20 ms without an answer, a pause of 50 ms, and an answer after 5 ms");
  });
}

TEST_F(ExploredRetryTest, ATimeOutOfTheWholeIsTheEnd) {
  lockstep::explore([] {
    Script script;
    script.on("a", {never()});
    ScriptedTransport transport(script);
    RetryingTransport retrying(transport, {.attempts = 9, .each = 20ms, .first_pause = 2ms}, one_half);
    const StopWatch watch;
    const TimePoint deadline = std::chrono::steady_clock::now() + 30ms;
    EXPECT_THROW((void)retrying.fetch({"host", "a"}, deadline, {}), TimedOut);
    watch.expect_elapsed(30ms, "the deadline");
    EXPECT_EQ(script.asked("a"), 2U);
  });
}

TEST_F(ExploredRetryTest, AStopEndsAPause) {
  lockstep::explore([] {
    Script script;
    script.on("a", {busy()});
    ScriptedTransport transport(script);
    RetryingTransport retrying(transport, {.attempts = 5, .first_pause = 100ms}, one_half);
    std::stop_source source;
    const StopWatch watch;
    std::thread stopper([&source] {
      std::this_thread::sleep_for(5ms);
      source.request_stop();
    });
    EXPECT_THROW((void)retrying.fetch({"host", "a"}, TimePoint::max(), source.get_token()), Stopped);
    watch.expect_elapsed(5ms, "the end of a pause that is stopped");
    EXPECT_EQ(script.asked("a"), 1U) << "tried again after a stop";
    stopper.join();
  });
}

TEST_F(ExploredRetryTest, NoneWaitsForAnotherOne) {
  lockstep::explore([] {
    Script script;
    script.on("a", {busy(10ms), answer("a")}).on("b", {busy(10ms), answer("b", 10ms)});
    ScriptedTransport transport(script, ScriptedTransport::Heeds::kNoStops);
    int draws = 0;  // guarded by what the retrying transport promises: one thread at a time
    RetryingTransport retrying(transport, {.first_pause = 100ms}, [&draws] {
      ++draws;
      return 0.5;
    });
    const StopWatch watch;
    std::thread other([&retrying] { EXPECT_EQ(retrying.fetch({"host", "b"}, TimePoint::max(), {}), "b"); });
    EXPECT_EQ(retrying.fetch({"host", "a"}, TimePoint::max(), {}), "a");
    watch.expect_elapsed(60ms, "10 ms and a pause of 50 ms, beside another request");
    other.join();
    watch.expect_elapsed(70ms, "10 ms, a pause of 50 ms and 10 ms, beside another request");
    EXPECT_EQ(draws, 2);
  });
}
