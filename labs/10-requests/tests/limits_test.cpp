#include <gtest/gtest.h>

#include <chrono>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "as_completed.h"
#include "deadline.h"
#include "fakes.h"
#include "fetch_all.h"
#include "pause.h"

namespace {

constexpr TimePoint kNoon{12h};

std::vector<Outcome> take_all(Transport& transport, const std::vector<Request>& requests, const Limits& limits) {
  std::vector<Outcome> outcomes(requests.size());
  AsCompleted completed(transport, requests, limits);
  while (auto ended = completed.next()) outcomes[ended->index] = ended->outcome;
  return outcomes;
}

TimePoint time_now() { return std::chrono::steady_clock::now(); }

}  // namespace

TEST(DeadlineTest, IsItsOwnTimeOrThatOfAllWhateverComesFirst) {
  EXPECT_EQ(deadline_of({.each = 2s, .all = kNoon + 5s}, kNoon), kNoon + 2s);
  EXPECT_EQ(deadline_of({.each = 2s, .all = kNoon + 5s}, kNoon + 4s), kNoon + 5s);
  EXPECT_EQ(deadline_of({.each = 2s}, kNoon), kNoon + 2s);
  EXPECT_EQ(deadline_of({.each = 0s, .all = kNoon + 5s}, kNoon), kNoon);
  EXPECT_EQ(deadline_of({.each = 2s, .all = kNoon - 1s}, kNoon), kNoon - 1s);
}

TEST(DeadlineTest, IsNoneWhereThereIsNone) {
  EXPECT_EQ(deadline_of({}, kNoon), TimePoint::max());
  EXPECT_EQ(deadline_of({.all = kNoon + 5s}, kNoon), kNoon + 5s);
}

TEST(DeadlineTest, NeverReachesBeyondTheClocksEnd) {
  EXPECT_EQ(deadline_of({.each = Duration::max() - 1h, .all = kNoon + 5s}, kNoon), kNoon + 5s);
  EXPECT_EQ(deadline_of({.each = 2h}, TimePoint::max() - 1h), TimePoint::max());
  EXPECT_EQ(deadline_of({.each = 1h}, TimePoint::max() - 2h), TimePoint::max() - 1h);
  EXPECT_EQ(deadline_of({.each = 1h}, TimePoint{} - 2h), TimePoint{} - 1h) << "the clock may be below 0";
}

TEST(TimeOutTest, TheTimeOfEachBeginsWithIt) {
  for (const auto fetch : {fetch_all, take_all}) {
    FakeTransport transport([](const Request& request, TimePoint deadline, const std::stop_token&) {
      EXPECT_LE(deadline, time_now() + 1h);
      std::this_thread::sleep_for(2ms);
      return request.path;
    });
    const TimePoint begin = time_now();
    (void)fetch(transport, to_host({"a", "b", "c"}), {.at_most = 1, .each = 1h});
    const auto deadlines = transport.deadlines();
    ASSERT_EQ(deadlines.size(), 3U);
    EXPECT_GE(deadlines[0], begin + 1h);
    EXPECT_GE(deadlines[1], begin + 1h + 2ms);
    EXPECT_GE(deadlines[2], begin + 1h + 4ms);
  }
}

TEST(TimeOutTest, TheTimeForAllIsTheSameForAll) {
  for (const auto fetch : {fetch_all, take_all}) {
    FakeTransport transport(echo);
    const TimePoint all = time_now() + 1h;
    (void)fetch(transport, to_host({"a", "b", "c"}), {.at_most = 2, .each = 2h, .all = all});
    EXPECT_EQ(transport.deadlines(), (std::vector<TimePoint>{all, all, all}));
  }
}

TEST(TimeOutTest, SendsNothingWhenTheTimeForAllHasPassed) {
  for (const auto fetch : {fetch_all, take_all}) {
    FakeTransport transport(echo);
    const auto outcomes = fetch(transport, to_host({"a", "b", "c"}), {.at_most = 2, .all = time_now() - 1ms});
    EXPECT_EQ(ends_of(outcomes), (Ends{"TimedOut", "TimedOut", "TimedOut"}));
    EXPECT_TRUE(transport.asked().empty());
  }
}

TEST(TimeOutTest, OneThatTimesOutLosesNoOther) {
  for (const auto fetch : {fetch_all, take_all}) {
    FakeTransport transport([](const Request& request, TimePoint deadline, const std::stop_token& stop) {
      if (request.path != "silent") return request.path;
      (void)pause_until(deadline, stop);
      throw TimedOut("no answer in time");
    });
    const auto outcomes = fetch(transport, to_host({"a", "silent", "b"}), {.at_most = 1, .each = 2ms});
    EXPECT_EQ(ends_of(outcomes), (Ends{"a", "TimedOut", "b"}));
  }
}

TEST(StopTest, SendsNothingWhenAStopWasRequestedBefore) {
  for (const auto fetch : {fetch_all, take_all}) {
    FakeTransport transport(echo);
    std::stop_source source;
    source.request_stop();
    const auto outcomes = fetch(transport, to_host({"a", "b", "c"}), {.at_most = 2, .stop = source.get_token()});
    EXPECT_EQ(ends_of(outcomes), (Ends{"Stopped", "Stopped", "Stopped"}));
    EXPECT_TRUE(transport.asked().empty());
  }
}

TEST(StopTest, KeepsWhatCameBeforeAndSendsNothingAfter) {
  for (const auto fetch : {fetch_all, take_all}) {
    std::stop_source source;
    FakeTransport transport([&](const Request& request, TimePoint, const std::stop_token&) {
      if (request.path == "b") source.request_stop();
      return request.path;
    });
    const auto outcomes = fetch(transport, to_host({"a", "b", "c", "d"}), {.at_most = 1, .stop = source.get_token()});
    EXPECT_EQ(ends_of(outcomes), (Ends{"a", "b", "Stopped", "Stopped"}));
    EXPECT_EQ(transport.asked(), (Ends{"a", "b"}));
  }
}

TEST(StopTest, ReachesARequestThatRuns) {
  for (const auto fetch : {fetch_all, take_all}) {
    std::stop_source source;
    FakeTransport transport([&](const Request& request, TimePoint, const std::stop_token& stop) {
      if (request.path == "stops") source.request_stop();
      if (request.path == "waits" && !pause_until(TimePoint::max(), stop)) throw Stopped("stopped while it ran");
      return request.path;
    });
    const auto outcomes =
        fetch(transport, to_host({"waits", "stops", "c"}), {.at_most = 2, .stop = source.get_token()});
    // The first one may begin after the stop, and is then never sent.
    EXPECT_EQ(ends_of(outcomes), (Ends{"Stopped", "stops", "Stopped"}));
  }
}
