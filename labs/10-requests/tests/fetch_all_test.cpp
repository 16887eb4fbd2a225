#include "fetch_all.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "fakes.h"
#include "pause.h"

TEST(FetchAllTest, GivesTheBodiesInTheOrderOfTheRequests) {
  std::stop_source last_was_asked;
  FakeTransport transport([&](const Request& request, TimePoint, const std::stop_token&) {
    if (request.path == "slow") (void)pause_until(TimePoint::max(), last_was_asked.get_token());
    if (request.path == "c") last_was_asked.request_stop();
    return "answer to " + request.path;
  });
  const auto outcomes = fetch_all(transport, to_host({"slow", "a", "b", "c"}), {.at_most = 2});
  EXPECT_EQ(ends_of(outcomes), (Ends{"answer to slow", "answer to a", "answer to b", "answer to c"}));
}

TEST(FetchAllTest, AFailureOfOneChangesNothingForTheOthers) {
  FakeTransport transport([](const Request& request, TimePoint, const std::stop_token&) {
    if (request.path == "bad") throw Failed("the server is busy");
    return request.path;
  });
  for (const std::size_t at_most : {std::size_t{1}, std::size_t{3}}) {
    const auto outcomes = fetch_all(transport, to_host({"bad", "a", "bad", "b", "bad"}), {.at_most = at_most});
    EXPECT_EQ(ends_of(outcomes), (Ends{"Failed", "a", "Failed", "b", "Failed"})) << at_most << " at the same time";
  }
}

TEST(FetchAllTest, KeepsWhateverTheTransportHasThrown) {
  FakeTransport transport([](const Request& request, TimePoint, const std::stop_token&) -> std::string {
    if (request.path == "number") throw 42;  // NOLINT(hicpp-exception-baseclass): it is the point
    throw Refused("closed on Mondays");
  });
  const auto outcomes = fetch_all(transport, to_host({"number", "text"}), {});
  ASSERT_EQ(outcomes.size(), 2U);
  EXPECT_THROW((void)outcomes[0].body(), int);
  try {
    (void)outcomes[1].body();
    ADD_FAILURE() << "the second request has a body";
  } catch (const Refused& error) {
    EXPECT_STREQ(error.what(), "closed on Mondays");
  }
}

TEST(FetchAllTest, NeverAsksForMoreAtOnceThanItMay) {
  FakeTransport transport([](const Request& request, TimePoint, const std::stop_token&) {
    std::this_thread::sleep_for(10ms);
    return request.path;
  });
  EXPECT_EQ(fetch_all(transport, many(30), {.at_most = 3}).size(), 30U);
  EXPECT_LE(transport.most_at_once(), 3U);
}

TEST(FetchAllTest, AsksForEachOnce) {
  FakeTransport transport(echo);
  EXPECT_EQ(fetch_all(transport, many(100), {.at_most = 4}).size(), 100U);
  auto asked = transport.asked();
  std::sort(asked.begin(), asked.end());
  EXPECT_EQ(asked.size(), 100U);
  EXPECT_EQ(std::adjacent_find(asked.begin(), asked.end()), asked.end()) << "a request was sent twice";
}

TEST(FetchAllTest, OneAtATimeIsInTheirOrder) {
  FakeTransport transport(echo);
  (void)fetch_all(transport, to_host({"a", "b", "c", "d"}), {.at_most = 1});
  EXPECT_EQ(transport.asked(), (Ends{"a", "b", "c", "d"}));
}

TEST(FetchAllTest, TakesNoRequestsAndFewerThanItMayAsk) {
  FakeTransport transport(echo);
  EXPECT_TRUE(fetch_all(transport, {}, {.at_most = 4}).empty());
  EXPECT_EQ(ends_of(fetch_all(transport, to_host({"a"}), {.at_most = 4})), (Ends{"answer to a"}));
}

TEST(FetchAllTest, RefusesToAskForNoneAtOnce) {
  FakeTransport transport(echo);
  EXPECT_THROW((void)fetch_all(transport, to_host({"a"}), {.at_most = 0}), std::invalid_argument);
  EXPECT_TRUE(transport.asked().empty());
}
