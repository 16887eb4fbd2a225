#include "checks/source_place.h"

#include <gtest/gtest.h>

namespace lockstep::checks {
namespace {

Manifest primes_lab() {
  Manifest manifest;
  manifest.name = "01-primes";
  manifest.submit = {"concurrent.cpp"};
  return manifest;
}

TEST(SourcePlaceTest, FindsFilesOfTheStagedLab) {
  EXPECT_EQ(lab_file("/x/build/labs/01-primes/slot0/src/concurrent.cpp", primes_lab()), "concurrent.cpp");
  EXPECT_EQ(lab_file("/x/build/labs/01-primes/slot12/src/tests/a_test.cpp", primes_lab()), "tests/a_test.cpp");
  EXPECT_EQ(lab_file("/x/build/labs/01-primes/slot0/src/tests/../primes.h", primes_lab()), "primes.h");
}

TEST(SourcePlaceTest, KnowsWhatIsNoFileOfTheLab) {
  EXPECT_EQ(lab_file("/usr/include/c++/12/thread", primes_lab()), std::nullopt);
  EXPECT_EQ(lab_file("/x/build/labs/02-amdahl/slot0/src/concurrent.cpp", primes_lab()), std::nullopt);
  EXPECT_EQ(lab_file("", primes_lab()), std::nullopt);
}

TEST(SourcePlaceTest, KnowsTheLearnersFiles) {
  EXPECT_TRUE(is_submitted("concurrent.cpp", primes_lab()));
  EXPECT_FALSE(is_submitted("tests/concurrent.cpp", primes_lab()));
}

}  // namespace
}  // namespace lockstep::checks
