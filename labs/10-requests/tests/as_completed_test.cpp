#include "as_completed.h"

#include <gtest/gtest.h>

#include <set>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "fakes.h"
#include "pause.h"

TEST(AsCompletedTest, GivesEachRequestOnceWithItsOutcome) {
  FakeTransport transport(echo);
  AsCompleted completed(transport, many(50), {.at_most = 4});
  std::set<std::size_t> given;
  for (int i = 0; i < 50; ++i) {
    const auto ended = completed.next();
    ASSERT_TRUE(ended.has_value()) << "after " << i << " of 50";
    EXPECT_EQ(end_of(ended->outcome), "answer to " + std::to_string(ended->index));
    EXPECT_TRUE(given.insert(ended->index).second) << "given twice: " << ended->index;
  }
}

TEST(AsCompletedTest, GivesFirstWhatEndsFirst) {
  std::stop_source second_was_given;
  FakeTransport transport([&](const Request& request, TimePoint, const std::stop_token&) {
    if (request.path == "slow") (void)pause_until(TimePoint::max(), second_was_given.get_token());
    return request.path;
  });
  AsCompleted completed(transport, to_host({"slow", "fast"}), {.at_most = 2});
  const auto first = completed.next();
  ASSERT_TRUE(first.has_value());
  EXPECT_EQ(first->index, 1U);
  EXPECT_EQ(end_of(first->outcome), "fast");
  second_was_given.request_stop();
  const auto second = completed.next();
  ASSERT_TRUE(second.has_value());
  EXPECT_EQ(second->index, 0U);
}

TEST(AsCompletedTest, GivesFailuresAsItGivesBodies) {
  FakeTransport transport([](const Request& request, TimePoint, const std::stop_token&) {
    if (request.path == "bad") throw Refused("no");
    if (request.path == "odd") throw 42;  // NOLINT(hicpp-exception-baseclass): it is the point
    return request.path;
  });
  AsCompleted completed(transport, to_host({"bad", "good", "odd"}), {.at_most = 1});
  for (const char* const expected : {"Refused", "good", "something else"}) {
    const auto ended = completed.next();
    ASSERT_TRUE(ended.has_value());
    EXPECT_EQ(end_of(ended->outcome), expected);
  }
}

TEST(AsCompletedTest, HasNothingMoreWhenAllWereGiven) {
  FakeTransport transport(echo);
  AsCompleted none(transport, {}, {.at_most = 3});
  EXPECT_FALSE(none.next().has_value());
  AsCompleted one(transport, to_host({"a"}), {.at_most = 3});
  EXPECT_TRUE(one.next().has_value());
  EXPECT_FALSE(one.next().has_value());
  EXPECT_FALSE(one.next().has_value());
}

TEST(AsCompletedTest, NeverAsksForMoreAtOnceThanItMay) {
  FakeTransport transport([](const Request& request, TimePoint, const std::stop_token&) {
    std::this_thread::sleep_for(10ms);
    return request.path;
  });
  AsCompleted completed(transport, many(20), {.at_most = 2});
  while (completed.next()) continue;
  EXPECT_LE(transport.most_at_once(), 2U);
  EXPECT_EQ(transport.asked().size(), 20U);
}

TEST(AsCompletedTest, RefusesToAskForNoneAtOnce) {
  FakeTransport transport(echo);
  EXPECT_THROW(AsCompleted(transport, to_host({"a"}), {.at_most = 0}), std::invalid_argument);
}

TEST(AsCompletedTest, MayBeDestroyedBeforeAllHaveEnded) {
  FakeTransport transport([](const Request& request, TimePoint, const std::stop_token& stop) {
    if (request.path != "fast") {
      (void)pause_until(TimePoint::max(), stop);
      throw Stopped("stopped: " + request.path);
    }
    return request.path;
  });
  AsCompleted completed(transport, to_host({"slow", "fast", "slower", "slowest"}), {.at_most = 2});
  const auto first = completed.next();
  ASSERT_TRUE(first.has_value());
  EXPECT_EQ(first->index, 1U);
}
