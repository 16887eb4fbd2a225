#include "retry.h"

#include <gtest/gtest.h>

#include <chrono>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <vector>

#include "fakes.h"

namespace {

/// Fails so many times, and then answers.
FakeTransport::Answer fails(int times) {
  return [times, attempts = 0](const Request& request, TimePoint, const std::stop_token&) mutable {
    ++attempts;
    if (attempts <= times) throw Failed("attempt " + std::to_string(attempts));
    return "answer to " + request.path;
  };
}

constexpr RetryPolicy kQuick{.attempts = 3, .first_pause = 1ms, .longest_pause = 2ms};

double half() { return 0.5; }

}  // namespace

TEST(MostPauseTest, IsTwiceAsLongAfterEachAttempt) {
  const RetryPolicy policy{.first_pause = 100ms, .longest_pause = 10s};
  EXPECT_EQ(most_pause(policy, 1), 100ms);
  EXPECT_EQ(most_pause(policy, 2), 200ms);
  EXPECT_EQ(most_pause(policy, 3), 400ms);
  EXPECT_EQ(most_pause(policy, 7), 6400ms);
}

TEST(MostPauseTest, IsNeverAboveTheLongest) {
  const RetryPolicy policy{.first_pause = 100ms, .longest_pause = 350ms};
  EXPECT_EQ(most_pause(policy, 2), 200ms);
  EXPECT_EQ(most_pause(policy, 3), 350ms);
  EXPECT_EQ(most_pause(policy, 4), 350ms);
  EXPECT_EQ(most_pause({.first_pause = 3s, .longest_pause = 3s}, 1), 3s);
}

TEST(MostPauseTest, HoldsForAnyNumberOfAttempts) {
  EXPECT_EQ(most_pause({.first_pause = 100ms, .longest_pause = 1h}, 1'000), 1h);
  EXPECT_EQ(most_pause({.first_pause = 100ms, .longest_pause = 1h}, 2'000'000'000), 1h);
  EXPECT_EQ(most_pause({.first_pause = 1ns, .longest_pause = Duration::max()}, 64), Duration::max());
  EXPECT_EQ(most_pause({.first_pause = 1ns, .longest_pause = Duration::max()}, 63), Duration{1LL << 62});
}

TEST(RetryTest, GivesTheFirstAnswer) {
  for (const int failures : {0, 1, 2}) {
    FakeTransport transport(fails(failures));
    RetryingTransport retrying(transport, kQuick, half);
    EXPECT_EQ(retrying.fetch({"host", "a"}, TimePoint::max(), {}), "answer to a");
    EXPECT_EQ(transport.asked().size(), static_cast<std::size_t>(failures) + 1);
  }
}

TEST(RetryTest, ThrowsWhatTheLastAttemptHasThrown) {
  FakeTransport transport(fails(100));
  RetryingTransport retrying(transport, kQuick, half);
  try {
    (void)retrying.fetch({"host", "a"}, TimePoint::max(), {});
    ADD_FAILURE() << "three failed attempts have given an answer";
  } catch (const Failed& error) {
    EXPECT_STREQ(error.what(), "attempt 3");
  }
  EXPECT_EQ(transport.asked().size(), 3U);
}

TEST(RetryTest, DoesNotTryAgainWhatIsOfNoUse) {
  FakeTransport transport([](const Request& request, TimePoint, const std::stop_token&) -> std::string {
    if (request.path == "refused") throw Refused("no");
    if (request.path == "stopped") throw Stopped("stopped");
    throw std::logic_error("a bug");
  });
  RetryingTransport retrying(transport, kQuick, half);
  EXPECT_THROW((void)retrying.fetch({"host", "refused"}, TimePoint::max(), {}), Refused);
  EXPECT_THROW((void)retrying.fetch({"host", "stopped"}, TimePoint::max(), {}), Stopped);
  EXPECT_THROW((void)retrying.fetch({"host", "bug"}, TimePoint::max(), {}), std::logic_error);
  EXPECT_EQ(transport.asked(), (Ends{"refused", "stopped", "bug"}));
}

TEST(RetryTest, TriesAgainAfterATimeOut) {
  int attempts = 0;
  FakeTransport transport([&attempts](const Request& request, TimePoint, const std::stop_token&) {
    if (++attempts == 1) throw TimedOut("no answer in time");
    return request.path;
  });
  RetryingTransport retrying(transport, kQuick, half);
  EXPECT_EQ(retrying.fetch({"host", "a"}, TimePoint::max(), {}), "a");
}

TEST(RetryTest, EachAttemptHasATimeOfItsOwn) {
  FakeTransport transport(fails(2));
  RetryingTransport retrying(transport, {.each = 1h, .first_pause = 4ms, .longest_pause = 4ms}, half);
  const TimePoint begin = std::chrono::steady_clock::now();
  (void)retrying.fetch({"host", "a"}, begin + 24h, {});
  const TimePoint end = std::chrono::steady_clock::now();
  const auto deadlines = transport.deadlines();
  ASSERT_EQ(deadlines.size(), 3U);
  EXPECT_GE(deadlines[0], begin + 1h);
  EXPECT_GE(deadlines[1], begin + 1h + 2ms);
  EXPECT_GE(deadlines[2], begin + 1h + 4ms);
  EXPECT_LE(deadlines[2], end + 1h);
}

TEST(RetryTest, NoAttemptGoesBeyondTheDeadline) {
  const TimePoint deadline = std::chrono::steady_clock::now() + 1h;
  for (const Duration each : {Duration{24h}, Duration::max()}) {
    FakeTransport transport(fails(1));
    RetryingTransport retrying(transport, {.each = each, .first_pause = 1ms}, half);
    (void)retrying.fetch({"host", "a"}, deadline, {});
    EXPECT_EQ(transport.deadlines(), (std::vector<TimePoint>{deadline, deadline}));
  }
}

TEST(RetryTest, DrawsANumberForEachPause) {
  int draws = 0;
  FakeTransport transport(fails(2));
  RetryingTransport retrying(transport, kQuick, [&draws] {
    ++draws;
    return 0.25;
  });
  (void)retrying.fetch({"host", "a"}, TimePoint::max(), {});
  EXPECT_EQ(draws, 2);
}

TEST(RetryTest, RefusesToMakeNoAttempt) {
  FakeTransport transport(echo);
  EXPECT_THROW(RetryingTransport(transport, {.attempts = 0}, half), std::invalid_argument);
  EXPECT_THROW(RetryingTransport(transport, {.attempts = -1}, half), std::invalid_argument);
}
