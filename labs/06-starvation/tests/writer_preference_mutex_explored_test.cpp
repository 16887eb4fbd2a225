#include "writer_preference_mutex.h"

#include <gtest/gtest.h>

#include <mutex>
#include <shared_mutex>
#include <thread>

#include "arrivals.h"
#include "lockstep/explore.h"
#include "shared_mutexes.h"

using Mutex = WriterPreferenceMutex;

TEST(ExploredWriterPreferenceTest, AWriterIsAlone) { a_writer_is_alone<Mutex>(); }
TEST(ExploredWriterPreferenceTest, AWriterWaitsForTheLastReader) { a_writer_waits_for_the_last_reader<Mutex>(); }

TEST(ExploredWriterPreferenceTest, NoReaderOvertakesAWriterThatWaits) {
  no_reader_overtakes_a_writer<Mutex>([](const Mutex& mutex) { return mutex.waiting_writers() == 1; });
}

TEST(ExploredWriterPreferenceTest, AWriterOvertakesReadersThatWait) {
  lockstep::explore(
      [] {
        Mutex mutex;
        bool written = false;  // guarded by mutex
        mutex.lock();
        const std::jthread reader([&] {
          const std::shared_lock lock(mutex);
          EXPECT_TRUE(written) << "a writer waited, and a reader got in";
        });
        wait_until([&] { return mutex.waiting_readers() == 1; });
        const std::jthread writer([&] {
          const std::scoped_lock lock(mutex);
          written = true;
        });
        wait_until([&] { return mutex.waiting_writers() == 1; });
        mutex.unlock();
      },
      kAll);
}

TEST(ExploredWriterPreferenceTest, ReadersGetInTogetherAfterTheLastWriter) {
  readers_get_in_together<Mutex>([](const Mutex& mutex) { return mutex.waiting_readers(); });
}
