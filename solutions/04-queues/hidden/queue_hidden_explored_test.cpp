#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <optional>
#include <thread>
#include <utility>

#include "bounded_queue.h"
#include "gate.h"
#include "lockstep/explore.h"
#include "two_lock_queue.h"

namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

/// An item whose first move waits for a gate, where it has one.
class HeldUp {
 public:
  explicit HeldUp(int value) : value_(value) {}
  HeldUp(int value, Gate& begun, Gate& may_go_on) : value_(value), begun_(&begun), may_go_on_(&may_go_on) {}
  HeldUp(HeldUp&& other) noexcept : value_(other.value_) {
    Gate* const begun = std::exchange(other.begun_, nullptr);
    if (begun == nullptr) return;
    begun->open();
    EXPECT_TRUE(other.may_go_on_->pass_within_the_hour())
        << "an item is held up on its way in, and the other end waits for it";
  }
  HeldUp& operator=(HeldUp&& other) noexcept {
    HeldUp moved(std::move(other));
    value_ = moved.value_;
    return *this;
  }
  HeldUp(const HeldUp&) = delete;
  HeldUp& operator=(const HeldUp&) = delete;
  ~HeldUp() = default;

  [[nodiscard]] int value() const { return value_; }

 private:
  int value_;
  Gate* begun_ = nullptr;
  Gate* may_go_on_ = nullptr;
};

}  // namespace

TEST(HiddenExploredQueueTest, OneOfManyPlacesIsEnoughForAProducer) {
  lockstep::explore([] {
    BoundedQueue<int> queue(4);
    for (const int item : {1, 2, 3, 4}) EXPECT_TRUE(queue.push(int{item}));
    // Waits for ever unless one free place wakes it.
    const std::jthread producer([&queue] { EXPECT_TRUE(queue.push(5)); });
    EXPECT_EQ(queue.pop(), 1);
  });
}

TEST(HiddenExploredQueueTest, OneItemIsEnoughForAConsumer) {
  lockstep::explore([] {
    BoundedQueue<int> queue(4);
    // Waits for ever unless one item wakes it.
    const std::jthread consumer([&queue] { EXPECT_EQ(queue.pop(), 1); });
    EXPECT_TRUE(queue.push(1));
  });
}

TEST(HiddenExploredQueueTest, WaitsAsLongAsTheLongestTimeouts) {
  lockstep::explore([] {
    constexpr milliseconds kNearlyEndless = milliseconds::max() - 1ms;
    constexpr milliseconds kMoreThanNanosecondsCount = 24h * 365 * 300;
    BoundedQueue<int> queue(1);
    const std::jthread other([&queue] {
      std::this_thread::sleep_for(3ms);
      EXPECT_TRUE(queue.push(1));
      EXPECT_TRUE(queue.push(2));
      std::this_thread::sleep_for(3ms);
      EXPECT_EQ(queue.pop(), 2);
    });
    EXPECT_EQ(queue.pop_for(kMoreThanNanosecondsCount), 1) << "there is an item after 3 ms of 300 years";
    std::this_thread::sleep_for(1ms);
    EXPECT_TRUE(queue.push_for(3, kNearlyEndless)) << "there is a place after 3 ms of 292 million years";
  });
}

TEST(HiddenExploredTwoLockTest, AnItemThatIsHeldUpOnItsWayInDelaysNoPop) {
  lockstep::explore([] {
    TwoLockQueue<HeldUp> queue;
    queue.push(HeldUp(1));
    Gate begun;
    Gate may_go_on;
    const std::jthread producer([&] { queue.push(HeldUp(2, begun, may_go_on)); });
    begun.pass();
    std::optional<HeldUp> first = queue.try_pop();
    EXPECT_TRUE(first.has_value() && first->value() == 1);
    EXPECT_FALSE(queue.try_pop().has_value());
    may_go_on.open();
  });
}
