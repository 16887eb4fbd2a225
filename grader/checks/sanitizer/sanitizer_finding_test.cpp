#include "checks/sanitizer/sanitizer_finding.h"

#include <gtest/gtest.h>

namespace lockstep::checks {
namespace {

Manifest manifest() {
  Manifest manifest;
  manifest.name = "01-primes";
  manifest.submit = {"concurrent.cpp"};
  return manifest;
}

const std::string kStaged = "/b/labs/01-primes/slot0/src/";

TEST(DistilTest, NamesBothPlacesInTheLearnersFile) {
  const SanitizerReport race{
      .kind = FindingKind::kDataRace,
      .what = "data race",
      .sections = {{"Write of size 8 by thread T2",
                    {{"push_back", "/usr/include/vector", 9}, {"work", kStaged + "concurrent.cpp", 41}}},
                   {"Previous write of size 8 by thread T1", {{"work", kStaged + "concurrent.cpp", 52}}}}};
  const Finding finding = distil(race, "Suite.Case", manifest(), "raw");
  EXPECT_EQ(finding.kind, FindingKind::kDataRace);
  EXPECT_EQ(finding.file, "concurrent.cpp");
  EXPECT_EQ(finding.line, 41);
  EXPECT_EQ(finding.raw, "raw");
  EXPECT_NE(finding.message.find("Write of size 8 by thread T2\n    concurrent.cpp:41  in work"), std::string::npos)
      << finding.message;
  EXPECT_NE(finding.message.find("Previous write of size 8 by thread T1\n    concurrent.cpp:52"), std::string::npos);
  EXPECT_NE(finding.message.find("nothing orders the two"), std::string::npos);
}

TEST(DistilTest, NamesFunctionsShortly) {
  const std::string file = kStaged + "concurrent.cpp";
  const SanitizerReport race{
      .kind = FindingKind::kDataRace,
      .what = "data race",
      .sections = {{"Write", {{"(anonymous namespace)::Work::take(std::vector<int> const&)", file, 4}}},
                   {"Read", {{"find[abi:cxx11](unsigned long)", file, 9}}}}};
  const std::string message = distil(race, "Suite.Case", manifest(), "").message;
  EXPECT_NE(message.find("concurrent.cpp:4  in Work::take\n"), std::string::npos) << message;
  EXPECT_TRUE(message.ends_with("concurrent.cpp:9  in find")) << message;
}

TEST(DistilTest, NamesTheTestsLinesWhereTheyAreAllThereIs) {
  const std::string test = kStaged + "tests/lock_test.cpp";
  const SanitizerReport race{.kind = FindingKind::kDataRace,
                             .what = "data race",
                             .sections = {{"Write", {{"run", test, 24}}}, {"Previous write", {{"run", test, 25}}}}};
  const Finding finding = distil(race, "Suite.Case", manifest(), "");
  EXPECT_EQ(finding.file, "tests/lock_test.cpp");
  EXPECT_EQ(finding.line, 24);
  EXPECT_EQ(finding.racing, (std::vector<std::string>{"tests/lock_test.cpp:24", "tests/lock_test.cpp:25"}));
  EXPECT_NE(finding.message.find("These lines are the test's."), std::string::npos) << finding.message;
}

TEST(DistilTest, NamesNoLineOfATestBesideTheLearners) {
  const SanitizerReport race{.kind = FindingKind::kDataRace,
                             .what = "data race",
                             .sections = {{"Write", {{"run", kStaged + "tests/lock_test.cpp", 24}}},
                                          {"Previous write", {{"work", kStaged + "concurrent.cpp", 52}}}}};
  const Finding finding = distil(race, "Suite.Case", manifest(), "");
  EXPECT_EQ(finding.file, "concurrent.cpp");
  EXPECT_EQ(finding.message.find("lock_test"), std::string::npos) << finding.message;
}

TEST(DistilTest, HasNoPlaceWhenNoFileOfTheLabTakesPart) {
  const SanitizerReport race{.kind = FindingKind::kDataRace,
                             .what = "data race",
                             .sections = {{"Write", {{"fill", "/usr/include/c++/12/bits/stl_algobase.h", 4}}}}};
  EXPECT_EQ(distil(race, "Suite.Case", manifest(), "").file, "");
}

}  // namespace
}  // namespace lockstep::checks
