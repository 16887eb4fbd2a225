// Memory that ends too soon: locks that are freed, found whichever of the interleavings that differ only in when that
// happens is run, and accesses beyond the end of a block.

#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

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

/// Two threads take indices; each looks whether one is left, and takes it then.
/// \return what is found when each element has so many bytes
template <class Element>
Exploration::Found found_when_an_index_is_taken_after_a_look() {
  return found_in(
      [] {
        std::vector<Element> elements(3);
        std::atomic<std::size_t> next{0};
        const auto work = [&] {
          while (next < elements.size()) elements[next++] = Element{1};
        };
        std::thread first(work);
        std::thread second(work);
        first.join();
        second.join();
      },
      {.strategy = Strategy::kExhaustive});
}

TEST(LifetimeTest, AnElementBehindTheLastIsWritten) {
  for (const auto& found :
       {found_when_an_index_is_taken_after_a_look<char>(), found_when_an_index_is_taken_after_a_look<int>(),
        found_when_an_index_is_taken_after_a_look<std::uint64_t>()}) {
    EXPECT_EQ(found.kind, FindingKind::kMemory);
    EXPECT_NE(found.message.find(" writes at "), std::string::npos) << found.message;
    EXPECT_NE(found.message.find("beyond the end of a block of "), std::string::npos) << found.message;
  }
}

TEST(LifetimeTest, ALockBehindTheLastIsLocked) {
  const auto found = found_in([] {
    std::vector<std::mutex> forks(2);
    const std::size_t left = 1;
    std::thread([&] { const std::scoped_lock both(forks[left], forks[left + 1]); }).join();
  });
  EXPECT_EQ(found.kind, FindingKind::kMemory);
  EXPECT_NE(found.message.find(" uses "), std::string::npos) << found.message;
  EXPECT_NE(found.message.find("a block of 80 bytes that thread a allocated"), std::string::npos) << found.message;
}

TEST(LifetimeTest, EachByteOfABlockMayBeUsed) {
  const Exploration result = explore(
      [] {
        std::vector<std::vector<char>> blocks;
        for (std::size_t size = 1; size <= 100; ++size) blocks.emplace_back(size);
        std::thread user([&] {
          for (auto& block : blocks) {
            for (char& byte : block) byte = 1;
          }
        });
        user.join();
        for (auto& block : blocks) block.push_back(block.back());
      },
      {.strategy = Strategy::kExhaustive});
  EXPECT_FALSE(result.finding) << result.finding->message;
}

}  // namespace
}  // namespace lockstep
