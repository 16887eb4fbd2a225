// Listeners that use the Observers that call them, and threads that use them at the same time: the explorer runs each
// body schedule by schedule. If your code holds a lock while it calls a listener, the explorer reports a second lock by
// the same thread, or a deadlock.

#include <gtest/gtest.h>

#include <atomic>
#include <latch>
#include <thread>

#include "lockstep/explore.h"
#include "observers.h"

TEST(ExploredObserversTest, LetAListenerUnsubscribeItself) {
  lockstep::explore([] {
    int heard = 0;
    Observers observers;
    Observers::Id once{};
    once = observers.subscribe([&](const std::string&) {
      ++heard;
      EXPECT_TRUE(observers.unsubscribe(once));
    });
    observers.subscribe([&](const std::string&) { heard += 10; });
    observers.notify("rain");
    observers.notify("sun");
    EXPECT_EQ(heard, 21) << "one listener hears only of the rain, the other one of both";
  });
}

TEST(ExploredObserversTest, LetAListenerSubscribeAnother) {
  lockstep::explore([] {
    int heard = 0;
    Observers observers;
    observers.subscribe([&](const std::string& news) {
      if (news == "rain") observers.subscribe([&](const std::string&) { ++heard; });
    });
    observers.notify("rain");
    EXPECT_EQ(heard, 0) << "notify calls only the listeners that were subscribed when it started";
    observers.notify("sun");
    EXPECT_EQ(heard, 1);
  });
}

TEST(ExploredObserversTest, LetAListenerNotifyAgain) {
  lockstep::explore([] {
    std::string heard;
    Observers observers;
    observers.subscribe([&](const std::string& news) {
      if (news == "rain") observers.notify("umbrella");
    });
    observers.subscribe([&](const std::string& news) { heard += news + ' '; });
    observers.notify("rain");
    EXPECT_EQ(heard, "umbrella rain ");
  });
}

TEST(ExploredObserversTest, LetOthersInWhileAListenerIsCalled) {
  lockstep::explore([] {
    std::latch called(1);
    std::latch done(1);
    Observers observers;
    const Observers::Id id = observers.subscribe([&](const std::string&) {
      called.count_down();
      // If this waits for ever, other threads wait until a listener returns: the listener may be waiting for them.
      done.wait();
    });
    const std::jthread other([&] { observers.notify("rain"); });
    called.wait();
    observers.subscribe([](const std::string&) {});
    EXPECT_TRUE(observers.unsubscribe(id));
    done.count_down();
  });
}

TEST(ExploredObserversTest, ServeTwoThreads) {
  lockstep::explore([] {
    std::atomic<int> heard = 0;
    Observers observers;
    const Observers::Id first = observers.subscribe([&](const std::string&) { ++heard; });
    {
      const std::jthread other([&] {
        observers.subscribe([&](const std::string&) { ++heard; });
        observers.unsubscribe(first);
      });
      observers.notify("rain");
    }
    EXPECT_LE(heard, 2);
    EXPECT_FALSE(observers.unsubscribe(first));
    heard = 0;
    observers.notify("sun");
    EXPECT_EQ(heard, 1) << "one listener subscribed and one unsubscribed";
  });
}
