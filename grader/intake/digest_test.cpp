#include "intake/digest.h"

#include <gtest/gtest.h>

namespace lockstep::intake {
namespace {

// FIPS 180-4, the example "abc".
TEST(DigestTest, IsSha256) {
  EXPECT_EQ(digest("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(DigestTest, OfFilesCountsTheirNamesAndWhereEachEnds) {
  using Files = std::map<std::string, std::string>;
  const std::string one = digest(Files{{"a", "xy"}, {"b", "z"}});
  EXPECT_EQ(one, digest(Files{{"a", "xy"}, {"b", "z"}}));
  EXPECT_NE(one, digest(Files{{"a", "x"}, {"b", "yz"}}));
  EXPECT_NE(one, digest(Files{{"a", "xy"}, {"c", "z"}}));
  EXPECT_NE(digest(Files{{"a", "1:b0:"}}), digest(Files{{"a", ""}, {"b", ""}}));
}

}  // namespace
}  // namespace lockstep::intake
