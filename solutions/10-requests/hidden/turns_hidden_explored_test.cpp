#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <stop_token>
#include <string>
#include <thread>

#include "as_completed.h"
#include "fakes.h"
#include "lockstep/explore.h"
#include "politeness.h"
#include "retry.h"
#include "scripted_transport.h"
#include "virtual_time.h"

namespace {

using HiddenTurnsTest = InVirtualTime;
using HiddenEndsTest = InVirtualTime;
using HiddenPauseTest = InVirtualTime;

}  // namespace

TEST_F(HiddenTurnsTest, TheFirstOfThreeThatWaitGivesUp) {
  lockstep::explore([] {
    Politeness politeness(100ms);
    const StopWatch watch;
    const TimePoint begin = std::chrono::steady_clock::now();
    politeness.wait_for_turn("host", TimePoint::max(), {});
    std::thread first([&] {
      std::this_thread::sleep_for(1ms);
      EXPECT_THROW(politeness.wait_for_turn("host", begin + 50ms, {}), TimedOut);
    });
    std::thread second([&] {
      std::this_thread::sleep_for(2ms);
      EXPECT_NO_THROW(politeness.wait_for_turn("host", begin + 150ms, {}));
      watch.expect_elapsed(100ms, "the turn of the one behind it");
    });
    std::this_thread::sleep_for(3ms);
    EXPECT_NO_THROW(politeness.wait_for_turn("host", begin + 250ms, {}));
    watch.expect_elapsed(200ms, "the turn of the last one");
    first.join();
    second.join();
  });
}

TEST_F(HiddenTurnsTest, AStopAtAnyMomentOfTheCallEndsIt) {
  lockstep::explore([] {
    Politeness politeness(1h);
    const StopWatch watch;
    politeness.wait_for_turn("host", TimePoint::max(), {});
    std::stop_source source;
    const std::stop_token stop = source.get_token();
    std::thread other([&source] { source.request_stop(); });
    EXPECT_THROW(politeness.wait_for_turn("host", TimePoint::max(), stop), Stopped);
    watch.expect_elapsed(0ms, "the end of a call that is stopped before it, in it, or while it waits");
    other.join();
  });
}

TEST_F(HiddenTurnsTest, ManyHostsHaveTheirFirstTurnsAtOnce) {
  lockstep::explore([] {
    Politeness politeness(1h);
    const TimePoint begin = std::chrono::steady_clock::now();
    for (int host = 0; host < 300; ++host) {
      EXPECT_NO_THROW(politeness.wait_for_turn("host" + std::to_string(host), begin + 30min, {})) << host;
    }
  });
}

TEST_F(HiddenEndsTest, AreGivenInTheirOrderHoweverLateTheyAreAskedFor) {
  lockstep::explore([] {
    Script script;
    script.on("slow", {answer("slow", 20ms)}).on("quick", {answer("quick", 10ms)});
    ScriptedTransport transport(script, ScriptedTransport::Heeds::kNoStops);
    AsCompleted completed(transport, to_host({"slow", "quick"}), {.at_most = 2});
    std::this_thread::sleep_for(30ms);
    for (const char* const expected : {"quick", "slow"}) {
      const auto ended = completed.next();
      ASSERT_TRUE(ended.has_value());
      EXPECT_EQ(end_of(ended->outcome), expected);
    }
  });
}

TEST_F(HiddenPauseTest, MayReachBeyondTheClocksEnd) {
  lockstep::explore([] {
    Script script;
    script.on("a", {busy(), answer("a")});
    ScriptedTransport transport(script);
    const RetryPolicy longest{.attempts = 2, .first_pause = Duration::max(), .longest_pause = Duration::max()};
    RetryingTransport retrying(transport, longest, [] { return std::nextafter(1.0, 0.0); });
    std::stop_source source;
    std::thread other([&] {
      std::this_thread::sleep_for(24h);
      source.request_stop();
    });
    // Whether it waits for ever or gives up, no attempt follows.
    EXPECT_ANY_THROW((void)retrying.fetch({"host", "a"}, TimePoint::max(), source.get_token()));
    EXPECT_EQ(script.asked("a"), 1U);
    other.join();
  });
}
