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

TEST(SourcePlaceTest, OnlyLinesOfTheLearnersFilesAreTheLearners) {
  const std::string stage = "/x/build/labs/01-primes/slot0/src/";
  const auto lines = submitted_lines({{.file = stage + "concurrent.cpp", .ran = {1}, .never = {2, 3, 4}},
                                      {.file = stage + "tests/concurrent.cpp", .ran = {1}, .never = {}},
                                      {.file = "/usr/include/c++/12/thread", .ran = {1}, .never = {}}},
                                     primes_lab(), {{"concurrent.cpp", "int f() {\n  return x[0];\n  }  // f\n});\n"}});
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].file, "concurrent.cpp");
  EXPECT_EQ(lines[0].ran, (std::set<int>{1}));
  EXPECT_EQ(lines[0].never, (std::set<int>{2, 3})) << "line 4 is the end of a scope";
}

}  // namespace
}  // namespace lockstep::checks
