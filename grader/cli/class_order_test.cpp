#include "cli/class_order.h"

#include <gtest/gtest.h>

namespace lockstep::cli {
namespace {

using Contents = std::map<std::string, std::map<std::string, std::string>>;

TEST(ClassOrderTest, SubmissionsWithTheSameFilesFollowEachOther) {
  const Contents contents{{"c1", {{"a", "1"}, {"b", "x"}}},
                          {"c2", {{"a", "2"}, {"b", "y"}}},
                          {"c3", {{"a", "3"}, {"b", "x"}}},
                          {"c4", {{"a", "4"}, {"b", "y"}}}};
  EXPECT_EQ(in_order_of_reuse(contents), (std::vector<std::string>{"c1", "c3", "c2", "c4"}));
}

TEST(ClassOrderTest, EachContentIsInItOnce) {
  EXPECT_TRUE(in_order_of_reuse({}).empty());
  EXPECT_EQ(in_order_of_reuse({{"c", {}}}), std::vector<std::string>{"c"});
}

}  // namespace
}  // namespace lockstep::cli
