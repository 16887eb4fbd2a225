// Weak memory as a test asks for it: docs/explorer.md#weak-memory. What it covers is in litmus/.

#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <semaphore>
#include <string>
#include <thread>

#include "lockstep/explore.h"
#include "told.h"

namespace lockstep {
namespace {

/// Right if all were seq_cst.
void buffer_stores() {
  std::atomic<int> x{0};
  std::atomic<int> y{0};
  int seen = 0;
  std::thread other([&] {
    x.store(1, std::memory_order_relaxed);
    seen = y.load(std::memory_order_relaxed);
  });
  y.store(1, std::memory_order_relaxed);
  const int also_seen = x.load(std::memory_order_relaxed);
  other.join();
  EXPECT_TRUE(seen == 1 || also_seen == 1) << "both read 0";
}

TEST(WeakMemoryTest, IsExploredWhereItIsAskedFor) {
  EXPECT_EQ(explore(buffer_stores).ended, Exploration::Ended::kExhausted);
  const Exploration::Found found = found_in(buffer_stores, {.weak_memory = true});
  EXPECT_EQ(found.kind, FindingKind::kAssertion);
  EXPECT_NE(found.message.find("both read 0"), std::string::npos) << found.message;
  EXPECT_NE(found.trace.find("load (reads 0, an older value)"), std::string::npos) << found.trace;
  EXPECT_NE(found.trace.find("^ may miss thread a's store in step 3, which does not happen before this load"),
            std::string::npos)
      << found.trace;
}

TEST(WeakMemoryTest, AReplayKnowsThatLoadsMayBeStale) {
  const Exploration::Found found = found_in(buffer_stores, {.weak_memory = true});
  EXPECT_TRUE(found.replay.ends_with("~weak")) << found.replay;
  EXPECT_EQ(found_in(buffer_stores, {.replay = found.replay}).message, found.message);
  const Exploration::Found busy = found_in(buffer_stores, {.busy_machine = true, .weak_memory = true});
  EXPECT_TRUE(busy.replay.ends_with("~weak~busy")) << busy.replay;
  EXPECT_EQ(found_in(buffer_stores, {.replay = busy.replay}).message, busy.message);
}

TEST(WeakMemoryTest, AnExchangeThatFailsSpuriouslyHasReadTheLatest) {
  const auto body = [] {
    std::atomic<int> x{0};
    std::thread other([&] { x.store(1, std::memory_order_relaxed); });
    int seen = 1;
    if (!x.compare_exchange_weak(seen, 2, std::memory_order_relaxed) && seen == 1) {
      EXPECT_EQ(x.load(std::memory_order_relaxed), 1) << "older than what this thread has read";
    }
    other.join();
  };
  const Exploration::Found found = found_in(body, {.weak_memory = true});
  EXPECT_EQ(found.message, "") << found.trace;
}

TEST(WeakMemoryTest, TheLibrarysOwnLoadsReadTheLatest) {
  const auto body = [] {
    std::atomic<int> ready{0};
    const auto shared = std::make_shared<int>(1);
    std::counting_semaphore<2> permits{0};
    std::thread other([&ready, &permits, copy = shared] {
      ready.store(1, std::memory_order_relaxed);
      ready.notify_one();
      permits.release();
    });
    ready.wait(0, std::memory_order_relaxed);
    permits.acquire();
    other.join();
    EXPECT_EQ(shared.use_count(), 1);
  };
  const Exploration result = explore(body, {.schedules = 20'000, .weak_memory = true});
  EXPECT_FALSE(result.finding) << result.finding->message;
}

}  // namespace
}  // namespace lockstep
