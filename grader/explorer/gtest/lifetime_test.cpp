// Locks whose memory ends too soon: found whichever of the interleavings that differ only in when it ends is run.

#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <thread>
#include <utility>

#include "told.h"

namespace lockstep {
namespace {

/// A thread uses a lock, and says too soon that it is done.
/// \return what is found when the lock is freed once the thread has said so
template <class Lock, class Use>
Exploration::Found found_when_freed_early(Use use) {
  const auto body = [use] {
    auto lock = std::make_unique<Lock>();
    std::atomic<bool> is_done{false};
    std::thread user([&is_done, use, &mine = *lock] { use(mine, is_done); });
    if (is_done) lock.reset();
    user.join();
  };
  return found_in(body, {.strategy = Strategy::kExhaustive});
}

TEST(LifetimeTest, AMutexIsFreedBeforeItIsUnlocked) {
  const auto found = found_when_freed_early<std::mutex>([](std::mutex& mutex, std::atomic<bool>& is_done) {
    const std::scoped_lock lock(mutex);
    is_done = true;
  });
  EXPECT_EQ(found.kind, FindingKind::kUseAfterFree);
  EXPECT_NE(found.message.find("thread b unlocks"), std::string::npos) << found.message;
  EXPECT_NE(found.message.find("nothing orders the two"), std::string::npos) << found.message;
}

TEST(LifetimeTest, AMutexIsFreedBeforeItIsLocked) {
  const auto found = found_when_freed_early<std::mutex>([](std::mutex& mutex, std::atomic<bool>& is_done) {
    is_done = true;
    const std::scoped_lock lock(mutex);
  });
  EXPECT_EQ(found.kind, FindingKind::kUseAfterFree);
}

TEST(LifetimeTest, ASharedMutexIsFreedBeforeAReaderUnlocksIt) {
  const auto found =
      found_when_freed_early<std::shared_mutex>([](std::shared_mutex& mutex, std::atomic<bool>& is_done) {
        const std::shared_lock lock(mutex);
        is_done = true;
      });
  EXPECT_EQ(found.kind, FindingKind::kUseAfterFree);
}

TEST(LifetimeTest, AMutexIsLockedLongAfterItWasFreed) {
  const auto found = found_in([] {
    auto owner = std::make_unique<std::mutex>();
    std::mutex& mutex = *owner;
    std::thread([mine = std::move(owner)]() mutable { mine.reset(); }).join();
    mutex.lock();
    mutex.unlock();
  });
  EXPECT_EQ(found.kind, FindingKind::kUseAfterFree);
}

TEST(LifetimeTest, TheThreadThatGivesUpItsShareLastMayFreeTheLock) {
  struct Shared {
    std::mutex mutex;
    std::shared_mutex pages;
  };
  const Exploration result = explore(
      [] {
        auto shared = std::make_shared<Shared>();
        const auto use = [](const std::shared_ptr<Shared>& mine) {
          const std::scoped_lock lock(mine->mutex);
          const std::shared_lock turn(mine->pages);
        };
        std::thread first(use, shared);
        std::thread second(use, std::exchange(shared, nullptr));
        first.join();
        second.join();
      },
      {.strategy = Strategy::kExhaustive});
  EXPECT_FALSE(result.finding);
  EXPECT_TRUE(covers_all(result.coverage));
}

}  // namespace
}  // namespace lockstep
