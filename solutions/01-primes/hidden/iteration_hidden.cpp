// Part 3 once more, with other values and times.

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <random>
#include <stdexcept>
#include <vector>

#include "iteration.h"

namespace {

using namespace std::chrono_literals;

__extension__ typedef unsigned __int128 Wide;  // __extension__: not a standard type

/// The definition, in 128 bits, so that nothing overflows.
std::uint64_t exact_step(std::uint64_t x) {
  const Wide square = static_cast<Wide>(x) * x;
  return static_cast<std::uint64_t>((square - x + 1) % 100'000);
}

/// A way whose runs take the given times, one after the other, and move the clock.
Way taking(std::vector<std::chrono::nanoseconds> times, std::chrono::nanoseconds& now) {
  return [times = std::move(times), &now, next = std::size_t{0}](std::uint64_t start, int) mutable {
    now += times.at(next++);
    return start;
  };
}

}  // namespace

TEST(HiddenIterationTest, AgreesWithExactArithmetic) {
  std::uint64_t exact = 99'991;
  for (int times = 0; times <= 30; ++times) {
    ASSERT_EQ(iterate(99'991, times), exact) << times << " times";
    ASSERT_EQ(iterate_on_threads(99'991, times), exact) << times << " times";
    exact = exact_step(exact);
  }
  for (int bit = 0; bit < 64; ++bit) {
    const std::uint64_t x = std::numeric_limits<std::uint64_t>::max() >> bit;
    EXPECT_EQ(step(x), exact_step(x)) << "x = " << x;
  }
}

TEST(HiddenCompareTest, ComparesManyRuns) {
  std::chrono::nanoseconds now = -1h;  // a clock may start anywhere
  std::vector<std::chrono::nanoseconds> one;
  one.reserve(40);
  for (int run = 0; run < 40; ++run) one.push_back(run % 4 == 3 ? 900us : run * 1us);
  const std::vector<std::chrono::nanoseconds> many(40, 25'500ns);
  const Comparison found = compare(taking(one, now), taking(many, now), 8, 1, 40, [&] { return now; });
  EXPECT_EQ(found.one_thread, 25'500ns) << "the middle two of the 40 runs take 25 and 26 us";
  EXPECT_EQ(found.many_threads, 25'500ns);
  EXPECT_DOUBLE_EQ(found.speedup, 1);
  EXPECT_FALSE(found.worth_it) << "threads that gain nothing are not worth it";
}

TEST(HiddenCompareTest, FollowsItsFormulaOnRandomTimes) {
  std::mt19937 random(103);
  for (int runs = 1; runs <= 40; ++runs) {
    std::chrono::nanoseconds now(random() % 1'000);
    const auto draw = [&] {
      std::vector<std::chrono::nanoseconds> times(static_cast<std::size_t>(runs));
      for (auto& time : times) time = 2ns * (1 + random() % 1'000);  // even: so are means of two of them whole
      return times;
    };
    const auto one = draw();
    const auto many = draw();
    const auto middle = [](std::vector<std::chrono::nanoseconds> times) {
      std::sort(times.begin(), times.end());
      return (times[(times.size() - 1) / 2] + times[times.size() / 2]) / 2;
    };
    const Comparison found = compare(taking(one, now), taking(many, now), 5, 2, runs, [&] { return now; });
    ASSERT_EQ(found.one_thread, middle(one)) << runs << " runs";
    ASSERT_EQ(found.many_threads, middle(many)) << runs << " runs";
    ASSERT_DOUBLE_EQ(found.speedup,
                     static_cast<double>(middle(one).count()) / static_cast<double>(middle(many).count()));
    ASSERT_EQ(found.worth_it, middle(many) < middle(one));
  }
}

TEST(HiddenCompareTest, RefusesALateDisagreement) {
  std::chrono::nanoseconds now{};
  const std::vector<std::chrono::nanoseconds> times(5, 1us);
  const Way right = taking(times, now);
  const Way wrong_in_the_middle = [run = 0](std::uint64_t start, int) mutable {
    return ++run == 3 ? start + 1 : start;
  };
  const Clock clock = [&] { return now += 1us; };
  EXPECT_THROW((void)compare(right, wrong_in_the_middle, 3, 20, 5, clock), std::runtime_error);
}
