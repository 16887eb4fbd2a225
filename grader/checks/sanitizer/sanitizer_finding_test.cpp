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

TEST(DistilTest, HasNoPlaceWhenNoneOfTheLearnersFilesTakesPart) {
  const SanitizerReport race{.kind = FindingKind::kDataRace,
                             .what = "data race",
                             .sections = {{"Write", {{"test", kStaged + "tests/a_test.cpp", 4}}}}};
  EXPECT_EQ(distil(race, "Suite.Case", manifest(), "").file, "");
}

}  // namespace
}  // namespace lockstep::checks
