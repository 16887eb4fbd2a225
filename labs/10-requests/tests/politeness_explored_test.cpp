#include <gtest/gtest.h>

#include <chrono>
#include <stop_token>
#include <string>
#include <thread>

#include "fakes.h"
#include "lockstep/explore.h"
#include "politeness.h"
#include "virtual_time.h"

namespace {

/// A caller on a thread of its own. It calls after some time, and notes when it has its turn, or has given up.
class Caller {
 public:
  struct Wants {
    const char* host = "host";
    Duration after{};                       ///< when it calls
    TimePoint deadline = TimePoint::max();  ///< until when it waits
    const std::stop_token* stop = nullptr;  ///< outlives the caller
  };

  /// \param watch runs since before the first turn: by one that began later, a turn could come a little early
  Caller(Politeness& politeness, const StopWatch& watch, Wants wants)
      : watch_(watch), thread_([this, &politeness, wants] {
          std::this_thread::sleep_for(wants.after);
          try {
            politeness.wait_for_turn(wants.host, wants.deadline,
                                     wants.stop == nullptr ? std::stop_token{} : *wants.stop);
            end_ = "turn";
          } catch (const TimedOut&) {
            end_ = "TimedOut";
          } catch (const Stopped&) {
            end_ = "Stopped";
          }
          at_ = watch_.elapsed();
        }) {}
  Caller(const Caller&) = delete;
  Caller& operator=(const Caller&) = delete;
  ~Caller() {
    if (thread_.joinable()) thread_.join();
  }

  void expect(const std::string& end, std::chrono::nanoseconds at, const char* what) {
    expect_in_time(end, at, what);
    EXPECT_GE(at_.count(), at.count()) << "too early (in ns): " << what;
  }

  void expect_in_time(const std::string& end, std::chrono::nanoseconds at, const char* what) {
    thread_.join();
    EXPECT_EQ(end_, end) << what;
    EXPECT_LE(at_.count(), (at + 100us).count()) << "too late (in ns): " << what;
  }

 private:
  const StopWatch& watch_;
  std::string end_;
  std::chrono::nanoseconds at_{};
  std::thread thread_;
};

using ExploredPolitenessTest = InVirtualTime;

}  // namespace

TEST_F(ExploredPolitenessTest, TurnsOfOneHostAreAGapApart) {
  lockstep::explore([] {
    Politeness politeness(100ms);
    const StopWatch watch;
    {
      Caller one(politeness, watch, {});
      Caller other(politeness, watch, {});
    }
    watch.expect_elapsed(100ms, "the second of two turns");
    politeness.wait_for_turn("host", TimePoint::max(), {});
    watch.expect_elapsed(200ms, "the third turn");
    std::this_thread::sleep_for(250ms);
    politeness.wait_for_turn("host", TimePoint::max(), {});
    watch.expect_elapsed(450ms, "a turn long after the one before: at once");
    politeness.wait_for_turn("host", TimePoint::max(), {});
    watch.expect_elapsed(550ms, "a gap after that: nothing is saved up while nobody asks");
  });
}

TEST_F(ExploredPolitenessTest, DifferentHostsDoNotWaitForEachOther) {
  lockstep::explore([] {
    Politeness politeness(100ms);
    const StopWatch watch;
    politeness.wait_for_turn("a", TimePoint::max(), {});
    Caller second(politeness, watch, {.host = "a"});
    Caller other(politeness, watch, {.host = "b", .after = 10ms});
    other.expect("turn", 10ms, "the first turn of a host, while another host's caller waits");
    second.expect("turn", 100ms, "the second turn of a host");
  });
}

TEST_F(ExploredPolitenessTest, TurnsComeInTheOrderOfTheCalls) {
  lockstep::explore([] {
    Politeness politeness(100ms);
    const StopWatch watch;
    politeness.wait_for_turn("host", TimePoint::max(), {});
    Caller second(politeness, watch, {.after = 1ms});
    Caller third(politeness, watch, {.after = 2ms});
    second.expect("turn", 100ms, "the one that called first");
    third.expect("turn", 200ms, "the one that called after it");
  });
}

TEST_F(ExploredPolitenessTest, ACallerThatIsStoppedTakesNoTurn) {
  lockstep::explore(
      [] {
        Politeness politeness(100ms);
        const StopWatch watch;
        std::stop_source source;
        const std::stop_token stop = source.get_token();
        politeness.wait_for_turn("host", TimePoint::max(), {});
        Caller stopped(politeness, watch, {.after = 1ms, .stop = &stop});
        Caller next(politeness, watch, {.after = 2ms, .deadline = std::chrono::steady_clock::now() + 150ms});
        std::this_thread::sleep_for(20ms);
        source.request_stop();
        stopped.expect("Stopped", 20ms, "the end of a wait that is stopped");
        next.expect("turn", 100ms, "the one that waits after it has its turn");
      },
      {.strategy = lockstep::Strategy::kExhaustive});
}

TEST_F(ExploredPolitenessTest, ACallerThatTimesOutTakesNoTurn) {
  lockstep::explore([] {
    Politeness politeness(100ms);
    const StopWatch watch;
    const TimePoint in_time = std::chrono::steady_clock::now() + 30ms;
    politeness.wait_for_turn("host", TimePoint::max(), {});
    Caller times_out(politeness, watch, {.after = 1ms, .deadline = in_time});
    Caller next(politeness, watch, {.after = 2ms});
    times_out.expect_in_time("TimedOut", 30ms, "a deadline before the turn");
    next.expect("turn", 100ms, "the one that waits after it has its turn");
  });
}

TEST_F(ExploredPolitenessTest, ACallBehindTheDeadlineTakesNoTurn) {
  lockstep::explore([] {
    Politeness politeness(100ms);
    const StopWatch watch;
    std::stop_source source;
    source.request_stop();
    EXPECT_THROW(politeness.wait_for_turn("host", std::chrono::steady_clock::now() - 1ms, {}), TimedOut);
    EXPECT_THROW(politeness.wait_for_turn("host", TimePoint::max(), source.get_token()), Stopped);
    politeness.wait_for_turn("host", TimePoint::max(), {});
    watch.expect_elapsed(0ms, "the first turn, after two calls that had none");
  });
}
