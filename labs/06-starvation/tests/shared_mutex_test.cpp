// Both reader-writer locks, at full speed: what each is asked stands in shared_mutexes.h.

#include <gtest/gtest.h>

#include <array>
#include <mutex>
#include <shared_mutex>
#include <thread>

#include "fair_shared_mutex.h"
#include "shared_mutexes.h"
#include "writer_preference_mutex.h"

TEST(WriterPreferenceTest, KeepsWritersApart) { keeps_writers_apart<WriterPreferenceMutex>(); }
TEST(WriterPreferenceTest, LetsReadersReadTogether) { lets_readers_read_together<WriterPreferenceMutex>(); }

TEST(WriterPreferenceTest, CountsReadersAndWritersThatWait) {
  WriterPreferenceMutex mutex;
  std::array<std::jthread, 5> threads;
  const auto counts = [&](std::size_t readers, std::size_t writers) {
    return mutex.waiting_readers() == readers && mutex.waiting_writers() == writers;
  };
  { const std::scoped_lock lock(mutex); }  // what is not written yet says so before a thread waits
  mutex.lock();
  EXPECT_TRUE(counts(0, 0));
  // If one of these waits for ever, a thread that waits is not counted, or not where it should be.
  for (const std::size_t i : {0U, 1U, 2U}) {
    threads[i] = std::jthread([&] { const std::shared_lock lock(mutex); });
    wait_until([&] { return counts(i + 1, 0); });
  }
  for (const std::size_t i : {3U, 4U}) {
    threads[i] = std::jthread([&] { const std::scoped_lock lock(mutex); });
    wait_until([&] { return counts(3, i - 2); });
  }
  mutex.unlock();
  for (auto& thread : threads) thread.join();
  const std::scoped_lock lock(mutex);
  EXPECT_TRUE(counts(0, 0)) << "nobody waits any more";
}

TEST(FairSharedMutexTest, KeepsWritersApart) { keeps_writers_apart<FairSharedMutex>(); }
TEST(FairSharedMutexTest, LetsReadersReadTogether) { lets_readers_read_together<FairSharedMutex>(); }

TEST(FairSharedMutexTest, CountsThreadsThatWait) {
  FairSharedMutex mutex;
  std::array<std::jthread, 4> threads;
  { const std::scoped_lock lock(mutex); }  // what is not written yet says so before a thread waits
  mutex.lock();
  EXPECT_EQ(mutex.waiting(), 0U);
  for (std::size_t i = 0; i < threads.size(); ++i) {
    threads[i] = std::jthread([&mutex, i] {
      if (i % 2 == 0) {
        const std::shared_lock lock(mutex);
      } else {
        const std::scoped_lock lock(mutex);
      }
    });
    // If this waits for ever, a thread that waits is not counted.
    wait_until([&] { return mutex.waiting() >= i + 1; });
    EXPECT_EQ(mutex.waiting(), i + 1);
  }
  mutex.unlock();
  for (auto& thread : threads) thread.join();
  const std::scoped_lock lock(mutex);
  EXPECT_EQ(mutex.waiting(), 0U) << "nobody waits any more";
}
