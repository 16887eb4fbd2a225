#include "politeness.h"

#include <gtest/gtest.h>

#include <chrono>
#include <stop_token>
#include <thread>
#include <vector>

#include "fakes.h"
#include "polite_transport.h"
#include "virtual_time.h"

TEST(PolitenessTest, TurnsOfOneHostAreAGapApart) {
  Politeness politeness(100ms);
  const StopWatch watch;
  for (int i = 0; i < 4; ++i) politeness.wait_for_turn("host", TimePoint::max(), {});
  watch.expect_elapsed(300ms, "the fourth turn, which comes three gaps after the first one");
}

TEST(PolitenessTest, GivesManyThreadsTheirTurns) {
  Politeness politeness(20ms);
  const StopWatch watch;
  {
    std::vector<std::jthread> threads;
    threads.reserve(4);
    for (int i = 0; i < 4; ++i) {
      threads.emplace_back([&politeness] {
        for (int turn = 0; turn < 3; ++turn) politeness.wait_for_turn("host", TimePoint::max(), {});
      });
    }
  }
  watch.expect_elapsed(220ms, "the last of 12 turns");
}

TEST(PolitenessTest, GivesNoTurnAfterTheDeadlineOrAStop) {
  Politeness politeness(0ms);
  std::stop_source source;
  source.request_stop();
  EXPECT_THROW(politeness.wait_for_turn("a", std::chrono::steady_clock::now() - 1ms, {}), TimedOut);
  EXPECT_THROW(politeness.wait_for_turn("b", TimePoint::max(), source.get_token()), Stopped);
  politeness.wait_for_turn("a", TimePoint::max(), {});
}

TEST(PolitenessTest, ATurnThatDoesNotComeInTimeTimesOut) {
  Politeness politeness(24h);
  politeness.wait_for_turn("host", TimePoint::max(), {});
  const StopWatch watch;
  EXPECT_THROW(politeness.wait_for_turn("host", std::chrono::steady_clock::now() + 5ms, {}), TimedOut);
  FakeTransport transport(echo);
  PoliteTransport polite(transport, politeness);
  EXPECT_THROW((void)polite.fetch({"host", "a"}, std::chrono::steady_clock::now() + 5ms, {}), TimedOut);
  EXPECT_TRUE(transport.asked().empty()) << "sent without a turn";
}
