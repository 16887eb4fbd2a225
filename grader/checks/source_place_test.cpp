#include "checks/source_place.h"

#include <gtest/gtest.h>

namespace lockstep::checks {
namespace {

Manifest manifest() {
  Manifest manifest;
  manifest.name = "01-primes";
  manifest.submit = {"concurrent.cpp"};
  return manifest;
}

TEST(SourcePlaceTest, FindsFilesOfTheStagedLab) {
  EXPECT_EQ(lab_file("/x/build/labs/01-primes/slot0/src/concurrent.cpp", manifest()), "concurrent.cpp");
  EXPECT_EQ(lab_file("/x/build/labs/01-primes/slot12/src/tests/a_test.cpp", manifest()), "tests/a_test.cpp");
  EXPECT_EQ(lab_file("/x/build/labs/01-primes/slot0/src/tests/../primes.h", manifest()), "primes.h");
}

TEST(SourcePlaceTest, KnowsWhatIsNoFileOfTheLab) {
  EXPECT_EQ(lab_file("/usr/include/c++/12/thread", manifest()), std::nullopt);
  EXPECT_EQ(lab_file("/x/build/labs/02-amdahl/slot0/src/concurrent.cpp", manifest()), std::nullopt);
  EXPECT_EQ(lab_file("", manifest()), std::nullopt);
}

TEST(SourcePlaceTest, KnowsTheLearnersFiles) {
  EXPECT_TRUE(is_submitted("concurrent.cpp", manifest()));
  EXPECT_FALSE(is_submitted("tests/concurrent.cpp", manifest()));
}

}  // namespace
}  // namespace lockstep::checks
