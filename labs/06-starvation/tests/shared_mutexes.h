#pragma once

#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <latch>
#include <mutex>
#include <shared_mutex>
#include <thread>
#include <vector>

#include "arrivals.h"
#include "lockstep/explore.h"

// What both reader-writer locks are asked.

/// Writers and readers, at full speed: a writer is alone.
template <class Mutex>
void keeps_writers_apart() {
  constexpr int kRounds = 40;
  Mutex mutex;
  int page = 0;  // guarded by mutex
  std::atomic<bool> torn = false;
  {
    std::vector<std::jthread> threads;
    threads.reserve(6);
    for (int t = 0; t < 3; ++t) {
      threads.emplace_back([&] {
        for (int round = 0; round < kRounds; ++round) {
          const std::scoped_lock lock(mutex);
          ++page;
        }
      });
      threads.emplace_back([&] {
        for (int round = 0; round < kRounds; ++round) {
          const std::shared_lock lock(mutex);
          const int seen = page;
          std::this_thread::yield();  // a writer who may write now does
          if (page != seen) torn = true;
        }
      });
    }
  }
  EXPECT_EQ(page, 3 * kRounds);
  EXPECT_FALSE(torn) << "the page changed while a reader held the lock";
}

/// One reader is inside until another one has been.
template <class Mutex>
void lets_readers_read_together() {
  Mutex mutex;
  for (int round = 0; round < 2; ++round) {
    {
      const std::shared_lock lock(mutex);
      // If this waits for ever, one reader keeps another one out, though no writer is there.
      std::jthread([&] { const std::shared_lock other(mutex); }).join();
    }
    // The second round comes after a writer.
    const std::scoped_lock lock(mutex);
  }
}

/// In every schedule, a writer is alone.
template <class Mutex>
void a_writer_is_alone() {
  lockstep::explore(
      [] {
        Mutex mutex;
        int page = 0;  // guarded by mutex
        {
          const std::jthread writer([&] {
            const std::scoped_lock lock(mutex);
            ++page;
          });
          const std::jthread reader([&] {
            const std::shared_lock lock(mutex);
            EXPECT_TRUE(page >= 0 && page <= 2);
          });
          const std::scoped_lock lock(mutex);
          ++page;
        }
        EXPECT_EQ(page, 2);
      },
      kAll);
}

/// In every schedule, a writer comes in when both readers are out.
template <class Mutex>
void a_writer_waits_for_the_last_reader() {
  lockstep::explore(
      [] {
        Mutex mutex;
        int page = 0;  // guarded by mutex
        const std::jthread writer([&] {
          const std::scoped_lock lock(mutex);
          ++page;
        });
        const auto read = [&] {
          const std::shared_lock lock(mutex);
          EXPECT_TRUE(page == 0 || page == 1);
        };
        const std::jthread reader(read);
        read();
      },
      kAll);
}

/// A writer waits for a reader; another reader comes.
template <class Mutex, class WriterWaits>
void no_reader_overtakes_a_writer(WriterWaits writer_waits) {
  lockstep::explore(
      [writer_waits] {
        Mutex mutex;
        bool written = false;  // guarded by mutex
        std::jthread writer;
        std::jthread late;
        const std::shared_lock lock(mutex);
        writer = std::jthread([&] {
          const std::scoped_lock alone(mutex);
          written = true;
        });
        wait_until([&] { return writer_waits(mutex); });
        late = std::jthread([&] {
          const std::shared_lock lock_of_late(mutex);
          EXPECT_TRUE(written) << "a reader came after a writer that waited, and got in first";
        });
      },
      kAll);
}

/// Two readers wait for a writer, and then each stays inside until the other one is.
template <class Mutex, class Waiting>
void readers_get_in_together(Waiting waiting) {
  lockstep::explore([waiting] {
    Mutex mutex;
    // If a reader waits for ever here, the other one was not let in beside it.
    std::latch both_inside(2);
    const auto read = [&] {
      const std::shared_lock lock(mutex);
      both_inside.arrive_and_wait();
    };
    mutex.lock();
    const std::jthread first(read);
    wait_until([&] { return waiting(mutex) == 1; });
    const std::jthread second(read);
    wait_until([&] { return waiting(mutex) == 2; });
    mutex.unlock();
  });
}
