#include "fair_shared_mutex.h"

#include <gtest/gtest.h>

#include <mutex>
#include <shared_mutex>
#include <thread>

#include "arrivals.h"
#include "lockstep/explore.h"
#include "shared_mutexes.h"

namespace {

/// Threads come while a writer holds the lock, one after the other: 'r' and 's' are readers, 'v' and 'w' writers.
/// Each of them must get in when its turn has come.
void serves_in_this_order(const char* threads) {
  lockstep::explore([threads] {
    FairSharedMutex mutex;
    Order order;
    std::vector<std::jthread> visitors;
    visitors.reserve(3);
    mutex.lock();
    for (const char* thread = threads; *thread != '\0'; ++thread) {
      visitors.emplace_back([&mutex, &order, name = *thread] {
        if (name < 'v') {
          const std::shared_lock lock(mutex);
          order.note(name);
        } else {
          const std::scoped_lock lock(mutex);
          order.note(name);
        }
      });
      wait_until([&] { return mutex.waiting() == visitors.size(); });
    }
    mutex.unlock();
    visitors.clear();
    EXPECT_EQ(order.text(), threads) << "this is the order in which they came";
  });
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
TEST(ExploredFairSharedMutexTest, NoWriterOvertakesAWriterThatWaits) { serves_in_this_order("vw"); }
TEST(ExploredFairSharedMutexTest, AReaderWaitsForTheWriterBeforeIt) { serves_in_this_order("rws"); }

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
