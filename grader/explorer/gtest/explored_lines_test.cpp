#include "explorer/explore/explored_lines.h"

#include <gtest/gtest.h>

#include <mutex>
#include <thread>

#include "inlined_write.h"
#include "lockstep/explore.h"

namespace lockstep::explorer {
namespace {

constexpr int kLarge = 3;

struct Sum {
  void add(int number) {
    const std::scoped_lock lock(mutex);
    total += number;  // kAdds
    if (number <= kLarge) return;
    ++large;  // kCounts
  }
  static constexpr int kAdds = __LINE__ - 4;
  static constexpr int kCounts = __LINE__ - 3;

  std::mutex mutex;
  int total = 0;
  int large = 0;
};

ExploredLines lines_here() {
  const auto files = explored_lines({"/gtest/explored_lines_test.cpp"});
  return files.size() == 1 ? files.front() : ExploredLines{};
}

void add_in_two_threads(int number) {
  explore(
      [number] {
        Sum sum;
        std::thread other([&] { sum.add(1); });
        sum.add(number);
        other.join();
      },
      {.schedules = 20});
}

// One test, as what the schedules of a process have run adds up.
TEST(ExploredLinesTest, ALineIsRunByTheFirstScheduleThatComesToIt) {
  note_explored_lines();
  Sum outside;
  outside.add(kLarge + 1);
  add_in_two_threads(kLarge);
  ExploredLines lines = lines_here();
  EXPECT_TRUE(lines.ran.contains(Sum::kAdds));
  EXPECT_TRUE(lines.never.contains(Sum::kCounts)) << "it was run, but by no schedule";
  EXPECT_FALSE(lines.ran.contains(Sum::kCounts));

  add_in_two_threads(kLarge + 1);
  lines = lines_here();
  EXPECT_TRUE(lines.ran.contains(Sum::kCounts));
  EXPECT_FALSE(lines.never.contains(Sum::kCounts));
}

TEST(ExploredLinesTest, ALineOfALambdaIsRunByWhatIsInlinedIntoIt) {
  note_explored_lines();
  static int value = 0;  // not of the lambda, whose line would have an access of its own
  explore([]() __attribute__((noinline)) { write_inlined(value); });
  constexpr int kWrites = __LINE__ - 1;
  EXPECT_TRUE(lines_here().ran.contains(kWrites));
}

TEST(ExploredLinesTest, OtherFilesAreNotAskedFor) {
  EXPECT_TRUE(explored_lines({}).empty());
  EXPECT_TRUE(explored_lines({"/no_such_file.cpp"}).empty());
}

}  // namespace
}  // namespace lockstep::explorer
