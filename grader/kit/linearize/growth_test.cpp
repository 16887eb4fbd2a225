// Clients grow until they have run the lines of the file that the grader asks about: this one (CMakeLists.txt sets
// LOCKSTEP_EXPLORE_LINES).

#include <gtest/gtest-spi.h>
#include <gtest/gtest.h>

#include <cstddef>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "lockstep/linearize.h"

namespace lockstep {
namespace {

struct Pile {
  void push(int number) { numbers.push_back(number); }
  std::optional<int> top() const { return numbers.empty() ? std::nullopt : std::optional(numbers.back()); }
  bool operator==(const Pile&) const = default;

  std::vector<int> numbers;
};

/// Forgets its lock once there is much.
class GrownPile {
 public:
  void push(int number) {
    const std::scoped_lock lock(mutex_);
    pile_.push(number);
    size_ = pile_.numbers.size();
  }
  std::optional<int> top() const {
    constexpr std::size_t kMuch = 9;
    std::unique_lock lock(mutex_);
    if (size_ < kMuch) return pile_.top();
    lock.unlock();
    return pile_.top();
  }

 private:
  mutable std::mutex mutex_;
  Pile pile_;
  std::size_t size_ = 0;
};

TEST(GrowthTest, ReachesWhatHappensOnlyOnceThereIsMuch) {
  Client<GrownPile, Pile> client;
  client.operation(
      "push", [](auto& pile, int number) { pile.push(number); }, Values<int>(1));
  client.operation("top", [](auto& pile) { return pile.top(); });
  testing::TestPartResultArray failures;
  {
    testing::ScopedFakeTestPartResultReporter reporter(
        testing::ScopedFakeTestPartResultReporter::INTERCEPT_ONLY_CURRENT_THREAD, &failures);
    check_linearizable(client, {.random_scenarios = 10, .longest_beginning = 32});
  }
  ASSERT_EQ(failures.size(), 1);
  EXPECT_NE(std::string(failures.GetTestPartResult(0).message()).find("data-race"), std::string::npos);
}

}  // namespace
}  // namespace lockstep
