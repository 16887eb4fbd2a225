#include "observers.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <thread>
#include <utility>
#include <vector>

namespace {

using Heard = std::vector<std::pair<int, std::string>>;

Observers::Listener listener(Heard& heard, int number) {
  return [&heard, number](const std::string& news) { heard.emplace_back(number, news); };
}

}  // namespace

TEST(ObserversTest, TellsAllInTheOrderOfTheirSubscriptions) {
  Heard heard;
  Observers observers;
  for (int i = 0; i < 3; ++i) observers.subscribe(listener(heard, i));
  observers.notify("rain");
  observers.notify("sun");
  EXPECT_EQ(heard, (Heard{{0, "rain"}, {1, "rain"}, {2, "rain"}, {0, "sun"}, {1, "sun"}, {2, "sun"}}));
}

TEST(ObserversTest, TellsNobodyWhoHasUnsubscribed) {
  Heard heard;
  Observers observers;
  observers.subscribe(listener(heard, 0));
  const Observers::Id second = observers.subscribe(listener(heard, 1));
  observers.subscribe(listener(heard, 2));
  observers.subscribe(listener(heard, 3));
  EXPECT_TRUE(observers.unsubscribe(second));
  EXPECT_FALSE(observers.unsubscribe(second)) << "this subscription has already ended";
  observers.notify("rain");
  EXPECT_EQ(heard, (Heard{{0, "rain"}, {2, "rain"}, {3, "rain"}}));
}

TEST(ObserversTest, GivesEachSubscriptionItsOwnId) {
  Heard heard;
  Observers observers;
  const Observers::Id first = observers.subscribe(listener(heard, 0));
  const Observers::Id second = observers.subscribe(listener(heard, 1));
  observers.unsubscribe(first);
  const Observers::Id third = observers.subscribe(listener(heard, 2));
  EXPECT_NE(third, second) << "two subscriptions have the same id";
  EXPECT_NE(third, first) << "a thread may still hold the id of a subscription that has ended";
  observers.unsubscribe(third);
  observers.notify("rain");
  EXPECT_EQ(heard, (Heard{{1, "rain"}}));
}

TEST(ObserversTest, PassesAnExceptionOn) {
  Heard heard;
  Observers observers;
  observers.subscribe(listener(heard, 0));
  const Observers::Id refusing = observers.subscribe([](const std::string&) { throw std::domain_error("refused"); });
  observers.subscribe(listener(heard, 2));
  EXPECT_THROW(observers.notify("rain"), std::domain_error);
  EXPECT_EQ(heard, (Heard{{0, "rain"}}));
  observers.unsubscribe(refusing);
  observers.notify("sun");
  EXPECT_EQ(heard, (Heard{{0, "rain"}, {0, "sun"}, {2, "sun"}}));
}

TEST(ObserversTest, ServesManyThreads) {
  for (const int threads : {1, 2, 3, 4, 5, 7, 11, 13}) {
    std::atomic<int> heard = 0;
    Observers observers;
    observers.subscribe([&heard](const std::string&) { ++heard; });
    {
      std::vector<std::jthread> running;
      running.reserve(static_cast<std::size_t>(threads));
      for (int i = 0; i < threads; ++i) {
        running.emplace_back([&observers] {
          for (int n = 0; n < 20; ++n) {
            const Observers::Id mine = observers.subscribe([](const std::string&) {});
            observers.notify("rain");
            EXPECT_TRUE(observers.unsubscribe(mine));
          }
        });
      }
    }
    EXPECT_EQ(heard, threads * 20) << "with " << threads << " threads";
  }
}
