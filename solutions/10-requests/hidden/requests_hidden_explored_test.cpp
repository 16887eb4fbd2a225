#include <gtest/gtest.h>

#include <chrono>
#include <stop_token>
#include <string>
#include <thread>

#include "fakes.h"
#include "lockstep/explore.h"
#include "politeness.h"
#include "retry.h"
#include "scripted_transport.h"
#include "virtual_time.h"

namespace {

using HiddenPolitenessTest = InVirtualTime;
using HiddenRetryTest = InVirtualTime;

}  // namespace

TEST_F(HiddenPolitenessTest, TheOneInTheMiddleGivesUp) {
  lockstep::explore([] {
    Politeness politeness(100ms);
    const StopWatch watch;
    const TimePoint begin = std::chrono::steady_clock::now();
    politeness.wait_for_turn("host", TimePoint::max(), {});
    std::thread second([&] {
      std::this_thread::sleep_for(1ms);
      politeness.wait_for_turn("host", TimePoint::max(), {});
      watch.expect_elapsed(100ms, "the second turn, though a caller after it gives up");
    });
    std::thread third([&] {
      std::this_thread::sleep_for(2ms);
      EXPECT_THROW(politeness.wait_for_turn("host", begin + 50ms, {}), TimedOut);
    });
    std::this_thread::sleep_for(3ms);
    politeness.wait_for_turn("host", begin + 250ms, {});
    watch.expect_elapsed(200ms, "the third turn, which another caller did not take");
    second.join();
    third.join();
  });
}

TEST_F(HiddenRetryTest, EachRequestBeginsAnew) {
  lockstep::explore([] {
    Script script;
    script.on("a", {busy(), busy(), answer("a")}).on("b", {busy(), busy(), answer("b")});
    ScriptedTransport transport(script);
    RetryingTransport retrying(transport, {.attempts = 3, .first_pause = 40ms}, [] { return 0.25; });
    const StopWatch watch;
    EXPECT_EQ(retrying.fetch({"host", "a"}, TimePoint::max(), {}), "a");
    watch.expect_elapsed(30ms, "a quarter of 40 and 80 ms");
    EXPECT_EQ(retrying.fetch({"host", "b"}, TimePoint::max(), {}), "b");
    watch.expect_elapsed(60ms, "the same again");
  });
}
