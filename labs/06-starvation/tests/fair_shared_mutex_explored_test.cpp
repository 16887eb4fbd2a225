#include "fair_shared_mutex.h"

#include <gtest/gtest.h>

#include <mutex>
#include <shared_mutex>
#include <string_view>
#include <thread>
#include <vector>

#include "arrivals.h"
#include "lockstep/explore.h"
#include "shared_mutexes.h"

namespace {

/// Threads come while a writer holds the lock, one after the other: 'r' reads and 'w' writes. Each must find what those
/// before it have written, and nothing else.
void serves_in_this_order(std::string_view threads) {
  lockstep::explore(
      [threads] {
        FairSharedMutex mutex;
        int writes = 0;  // guarded by mutex
        std::vector<std::jthread> visitors;
        visitors.reserve(threads.size());
        mutex.lock();
        int written_before = 0;
        for (const char kind : threads) {
          visitors.emplace_back([&mutex, &writes, kind, written_before] {
            if (kind == 'r') {
              const std::shared_lock lock(mutex);
              EXPECT_EQ(writes, written_before) << "a reader must come after so many writers that waited";
            } else {
              const std::scoped_lock lock(mutex);
              EXPECT_EQ(writes, written_before) << "a writer must come after so many writers that waited";
              ++writes;
            }
          });
          if (kind == 'w') ++written_before;
          wait_until([&] { return mutex.waiting() == visitors.size(); });
        }
        mutex.unlock();
      },
      threads.size() > 2 ? lockstep::ExploreOptions{} : kAll);
}

}  // namespace

TEST(ExploredFairSharedMutexTest, AWriterIsAlone) { a_writer_is_alone<FairSharedMutex>(); }
TEST(ExploredFairSharedMutexTest, AWriterWaitsForTheLastReader) {
  a_writer_waits_for_the_last_reader<FairSharedMutex>();
}

TEST(ExploredFairSharedMutexTest, NoReaderOvertakesAWriterThatWaits) {
  no_reader_overtakes_a_writer<FairSharedMutex>([](const auto& mutex) { return mutex.waiting() == 1; });
}

TEST(ExploredFairSharedMutexTest, NoWriterOvertakesAReaderThatWaits) { serves_in_this_order("rw"); }
TEST(ExploredFairSharedMutexTest, NoWriterOvertakesAWriterThatWaits) { serves_in_this_order("ww"); }
TEST(ExploredFairSharedMutexTest, AReaderWaitsForTheWriterBeforeIt) { serves_in_this_order("rwr"); }

TEST(ExploredFairSharedMutexTest, ReadersGetInTogether) {
  readers_get_in_together<FairSharedMutex>([](const FairSharedMutex& mutex) { return mutex.waiting(); });
}

TEST(ExploredFairSharedMutexTest, NobodyOvertakesAThreadThatWaits) {
  lockstep::explore([] {
    FairSharedMutex mutex;
    bool served = false;  // guarded by mutex
    mutex.lock();
    const std::jthread waits([&] {
      const std::scoped_lock lock(mutex);
      served = true;
    });
    wait_until([&] { return mutex.waiting() == 1; });
    mutex.unlock();
    const std::scoped_lock again(mutex);
    EXPECT_TRUE(served) << "a writer overtook one that waited: it had just unlocked, and locked again";
  });
}
