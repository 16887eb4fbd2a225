// What the headers promise and the visible tests do not ask for.

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <limits>
#include <stop_token>
#include <string>
#include <thread>

#include "as_completed.h"
#include "deadline.h"
#include "fake_clocks.h"
#include "fakes.h"
#include "fetch_all.h"
#include "pause.h"
#include "politeness.h"
#include "retry.h"
#include "threads_for.h"

namespace {

/// A server that says how long it is busy.
struct BusyFor : Failed {
  explicit BusyFor(int asked_seconds) : Failed("busy"), seconds(asked_seconds) {}
  int seconds;
};

}  // namespace

TEST(HiddenFetchTest, AnyNumberMayRunAtTheSameTime) {
  FakeTransport transport(echo);
  constexpr std::size_t kMost = std::numeric_limits<std::size_t>::max();
  EXPECT_EQ(ends_of(fetch_all(transport, to_host({"a", "b"}), {.at_most = kMost})),
            (Ends{"answer to a", "answer to b"}));
  AsCompleted completed(transport, to_host({"a"}), {.at_most = kMost});
  EXPECT_TRUE(completed.next().has_value());
}

TEST(HiddenFetchTest, ATransportThatSaysStoppedStopsNoOther) {
  FakeTransport transport([](const Request& request, TimePoint, const std::stop_token&) {
    if (request.path == "a") throw Stopped("by the transport alone");
    return request.path;
  });
  EXPECT_EQ(ends_of(fetch_all(transport, to_host({"a", "b", "c"}), {.at_most = 1})), (Ends{"Stopped", "b", "c"}));
}

TEST(HiddenAsCompletedTest, ItsEndStopsWhatRunsThoughNobodyElseDoes) {
  const std::stop_source outside;  // requests nothing
  std::atomic<int> stopped = 0;
  FakeTransport transport([&](const Request&, TimePoint, const std::stop_token& stop) -> std::string {
    if (!pause_until(TimePoint::max(), stop)) ++stopped;
    throw Stopped("while it ran");
  });
  {
    const AsCompleted completed(transport, to_host({"a", "b"}), {.at_most = 2, .stop = outside.get_token()});
    while (transport.asked().size() < 2) std::this_thread::yield();
  }
  EXPECT_EQ(stopped, 2);
}

TEST(HiddenDeadlineTest, WithoutLimitsIsNoneAlsoBeforeTheClocksBeginning) {
  EXPECT_EQ(deadline_of({}, TimePoint{} - 1h), TimePoint::max());
  EXPECT_EQ(deadline_of({.each = Duration::max(), .all = TimePoint{}}, TimePoint{} - 1h), TimePoint{});
}

TEST(HiddenRetryTest, ThrowsTheLastExceptionWhole) {
  FakeTransport transport([](const Request&, TimePoint, const std::stop_token&) -> std::string { throw BusyFor(7); });
  RetryingTransport retrying(transport, {.attempts = 2, .first_pause = 1ms}, [] { return 0.0; });
  try {
    (void)retrying.fetch({"host", "a"}, TimePoint::max(), {});
    ADD_FAILURE() << "nothing was thrown";
  } catch (const BusyFor& busy) {
    EXPECT_EQ(busy.seconds, 7);
  } catch (const Failed&) {
    ADD_FAILURE() << "what the attempt has thrown had a type of its own, which is lost";
  }
}

TEST(HiddenRetryTest, TriesAgainWhenAnAttemptTimesOutSooner) {
  FakeTransport transport(
      [](const Request&, TimePoint, const std::stop_token&) -> std::string { throw TimedOut("no turn before noon"); });
  RetryingTransport retrying(transport, {.attempts = 3, .first_pause = 1ms}, [] { return 0.0; });
  EXPECT_THROW((void)retrying.fetch({"host", "a"}, std::chrono::steady_clock::now() + 1h, {}), TimedOut);
  EXPECT_EQ(transport.asked().size(), 3U);
}

TEST(HiddenRetryTest, AStopDuringAnAttemptThatFailsIsTheEnd) {
  std::stop_source source;
  FakeTransport transport([&source](const Request&, TimePoint, const std::stop_token&) -> std::string {
    source.request_stop();
    throw Failed("busy");
  });
  RetryingTransport retrying(transport, {.attempts = 3, .first_pause = 1ms}, [] { return 0.5; });
  EXPECT_THROW((void)retrying.fetch({"host", "a"}, TimePoint::max(), source.get_token()), Stopped);
  EXPECT_EQ(transport.asked().size(), 1U);
}

TEST(HiddenMeasureTest, RoundsTheMeanAndNotEachRun) {
  FakeClocks fake;
  const Measured measured = measure([&fake] { fake.pass(10ns, 20ns); }, 3, fake.clocks());
  EXPECT_EQ(measured.wait, 10ns);
  EXPECT_EQ(measured.compute, 20ns);
}

TEST(HiddenThreadsForTest, RoundsNothingButTheResult) {
  for (std::size_t cores = 1; cores <= 12; ++cores) {
    for (std::size_t wait = 0; wait <= 40; ++wait) {
      for (std::size_t compute = 1; compute <= 12; ++compute) {
        const std::size_t exact = (cores * (compute + wait) + compute - 1) / compute;
        const auto of = [](std::size_t count) { return Duration{static_cast<Duration::rep>(count)}; };
        ASSERT_EQ(threads_for({.wait = of(wait), .compute = of(compute)}, cores, 10'000), exact)
            << cores << " cores, waits " << wait << " ns, computes " << compute << " ns";
      }
    }
  }
  EXPECT_EQ(threads_for({.wait = Duration::max(), .compute = 1ns}, 1, 100), 100U);
}
