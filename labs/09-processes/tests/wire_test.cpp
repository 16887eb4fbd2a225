#include "wire.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace {

enum class Colour : std::uint8_t { kRed, kGreen };

template <class T>
void expect_to_cross(const T& value) {
  EXPECT_EQ(decode<T>(encode(value)), value);
}

}  // namespace

TEST(WireTest, NumbersCross) {
  for (const int n : {0, 1, -1, std::numeric_limits<int>::min(), std::numeric_limits<int>::max()}) expect_to_cross(n);
  expect_to_cross(std::numeric_limits<std::uint64_t>::max());
  expect_to_cross(-0.5);
  expect_to_cross(std::numeric_limits<double>::infinity());
  expect_to_cross('x');
  expect_to_cross(true);
  expect_to_cross(Colour::kGreen);
}

TEST(WireTest, TextsCross) {
  expect_to_cross(std::string());
  expect_to_cross(std::string("hello"));
  expect_to_cross(std::string("a\0b\n\xff", 5));
  expect_to_cross(std::string(100'000, 'x'));
}

TEST(WireTest, RowsOfValuesCross) {
  expect_to_cross(std::vector<int>{});
  expect_to_cross(std::vector<int>{3, 1, 2});
  expect_to_cross(std::vector<std::string>{"one", "", "three"});
  expect_to_cross(std::vector<std::vector<double>>{{1.5}, {}, {2.5, 3.5}});
}

TEST(WireTest, KnowsWhatCannotCross) {
  ASSERT_EQ(decode<int>(encode(5)), 5);
  EXPECT_TRUE(Crosses<double>);
  EXPECT_TRUE(Crosses<std::vector<std::vector<std::string>>>);
  EXPECT_FALSE(Crosses<int*>) << "an address means something in one process alone";
  EXPECT_FALSE(Crosses<const char*>);
  EXPECT_FALSE(Crosses<std::string_view>) << "a pointer and a size";
  EXPECT_FALSE(Crosses<std::unique_ptr<int>>);
  EXPECT_FALSE(Crosses<std::vector<int*>>);
  EXPECT_FALSE(Crosses<std::vector<std::vector<const char*>>>);
  EXPECT_FALSE(Crosses<int&>);
}

TEST(WireTest, RefusesTooFewBytes) {
  const Bytes number = encode(12345);
  const Bytes row = encode(std::vector<std::string>{"one", "two"});
  for (std::size_t size = 0; size < number.size(); ++size) {
    EXPECT_THROW((void)decode<int>(number.substr(0, size)), BrokenValue) << size;
  }
  for (std::size_t size = 0; size < row.size(); ++size) {
    EXPECT_THROW((void)decode<std::vector<std::string>>(row.substr(0, size)), BrokenValue) << size;
  }
}

TEST(WireTest, RefusesTooManyBytes) {
  EXPECT_THROW((void)decode<int>(encode(5) + "x"), BrokenValue);
  EXPECT_THROW((void)decode<std::string>(encode(std::string("hello")) + '\0'), BrokenValue);
  EXPECT_THROW((void)decode<std::vector<int>>(encode(std::vector<int>{1}) + encode(2)), BrokenValue);
}

TEST(WireTest, RefusesASizeThatIsALie) {
  const Bytes lie(64, '\x7f');  // whatever the size is made of, it is enormous
  EXPECT_THROW((void)decode<std::string>(lie), BrokenValue);
  EXPECT_THROW((void)decode<std::vector<int>>(lie), BrokenValue);
  EXPECT_THROW((void)decode<std::vector<std::vector<std::string>>>(lie), BrokenValue);
}
