#include "generator.h"

#include <gtest/gtest.h>

#include <iterator>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "frames.h"

namespace {

Generator<int> count(int from, int to) {
  for (int i = from; i < to; ++i) co_yield i;
}

Generator<int> count_and_note(std::vector<std::string>& noted) {
  noted.emplace_back("begins");
  co_yield 1;
  noted.emplace_back("goes on");
  co_yield 2;
  noted.emplace_back("ends");
}

Generator<int> count_in_a_frame(Frames::Mark /*mark*/, Frames& inside) {
  const auto local = inside.mark();
  co_yield 1;
  co_yield 2;
}

Generator<int> fail_after(int values) {
  for (int i = 0; i < values; ++i) co_yield i;
  throw std::domain_error("no more");
}

Generator<std::unique_ptr<int>> give_boxes() {
  co_yield std::make_unique<int>(7);
  auto box = std::make_unique<int>(8);
  co_yield box;  // cannot be copied: the iterator gives the object itself
}

Generator<int> give_this_one(const int& number) { co_yield number; }

template <class T>
std::vector<T> all_of(Generator<T> generator) {
  std::vector<T> values;
  for (const T& value : generator) values.push_back(value);
  return values;
}

}  // namespace

static_assert(std::input_iterator<Generator<int>::Iterator>);
static_assert(!std::is_copy_constructible_v<Generator<int>>, "two owners would destroy one frame");

TEST(GeneratorTest, GivesWhatIsYieldedInItsOrder) {
  EXPECT_EQ(all_of(count(3, 7)), (std::vector{3, 4, 5, 6}));
  EXPECT_EQ(all_of(count(-1, 1)), (std::vector{-1, 0}));
}

TEST(GeneratorTest, GivesNothingWhenNothingIsYielded) { EXPECT_EQ(all_of(count(5, 5)), std::vector<int>{}); }

TEST(GeneratorTest, GoesNoFurtherThanItIsAsked) {
  std::vector<std::string> noted;
  auto generator = count_and_note(noted);
  EXPECT_EQ(noted, std::vector<std::string>{}) << "the body ran before a value was asked for";
  auto at = generator.begin();
  EXPECT_EQ(noted, std::vector<std::string>{"begins"});
  EXPECT_EQ(*at, 1);
  EXPECT_EQ(*at, 1) << "a second look gives the same value";
  ++at;
  EXPECT_EQ(noted, (std::vector<std::string>{"begins", "goes on"}));
  EXPECT_EQ(*at, 2);
  EXPECT_FALSE(at == generator.end());
  at++;
  EXPECT_EQ(noted, (std::vector<std::string>{"begins", "goes on", "ends"}));
  EXPECT_TRUE(at == generator.end());
}

TEST(GeneratorTest, GivesTheObjectItself) {
  const int number = 5;
  auto generator = give_this_one(number);
  EXPECT_EQ(&*generator.begin(), &number) << "this is a copy";
  std::vector<int> boxes;
  for (const auto& box : give_boxes()) boxes.push_back(*box);
  EXPECT_EQ(boxes, (std::vector{7, 8}));
}

TEST(GeneratorTest, PassesOnWhatItsBodyThrows) {
  auto fails_at_once = fail_after(0);
  EXPECT_THROW((void)fails_at_once.begin(), std::domain_error);
  auto fails_later = fail_after(2);
  auto at = fails_later.begin();
  ++at;
  EXPECT_EQ(*at, 1);
  EXPECT_THROW(++at, std::domain_error);
}

TEST(GeneratorTest, DestroysItsFrameHoweverFarItCame) {
  for (const int steps : {0, 1, 2, 3}) {
    Frames frames;
    Frames inside;
    {
      auto generator = count_in_a_frame(frames.mark(), inside);
      std::optional<Generator<int>::Iterator> at;
      for (int i = 0; i < steps; ++i) {
        if (at) {
          ++*at;
        } else {
          at = generator.begin();
        }
      }
      EXPECT_EQ(frames.alive(), 1) << "the frame is there as long as the generator";
    }
    frames.expect_that_all_are_gone("after the generator");
    inside.expect_that_all_are_gone("after the generator, of what its body holds");
  }
}

TEST(GeneratorTest, MovesWithItsFrame) {
  Frames frames;
  Frames inside;
  {
    auto first = count_in_a_frame(frames.mark(), inside);
    auto second = std::move(first);
    EXPECT_EQ(*second.begin(), 1);
    auto third = count_in_a_frame(frames.mark(), inside);
    third = std::move(second);
    EXPECT_EQ(frames.alive(), 1) << "an assignment destroys what was there before";
    std::swap(third, second);
    second = count_in_a_frame(frames.mark(), inside);
    EXPECT_EQ(*second.begin(), 1);
  }
  frames.expect_that_all_are_gone("after the generators");
  inside.expect_that_all_are_gone("after the generators, of what their bodies hold");
}
