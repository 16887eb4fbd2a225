#include "report/annotations.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <sstream>

#include "report/sample_reports.h"

namespace lockstep::report {
namespace {

std::vector<std::string> lines(const GradeReport& report) {
  std::vector<std::string> all;
  std::istringstream stream(annotations(report));
  for (std::string line; std::getline(stream, line);) all.push_back(line);
  return all;
}

TEST(AnnotationsTest, AFindingStandsAtItsPlaceInTheRepository) {
  const auto all = lines(report_with({finding(FindingKind::kDataRace, "Two threads", "concurrent.cpp", 41)}));
  EXPECT_EQ(all[0],
            "::error file=labs/01-primes/concurrent.cpp,line=41,title=Data race (Search with threads)::Two threads"
            "%0ARead: docs/concepts/data-race.md");
}

TEST(AnnotationsTest, ThePathFollowsWhereTheFilesLie) {
  GradeReport report = report_with({finding(FindingKind::kDataRace, "x", "concurrent.cpp", 41)});
  report.dir = "work/part1";
  EXPECT_TRUE(lines(report)[0].starts_with("::error file=work/part1/concurrent.cpp,line=41,"));
  report.dir = ".";
  EXPECT_TRUE(lines(report)[0].starts_with("::error file=concurrent.cpp,line=41,"));
}

TEST(AnnotationsTest, AFileOutsideTheRepositoryIsNotNamed) {
  for (const char* file : {"/etc/passwd", "../../../x.cpp"}) {
    EXPECT_TRUE(lines(report_with({finding(FindingKind::kCrash, "x", file, 1)}))[0].starts_with("::error title="));
  }
}

TEST(AnnotationsTest, NineErrorsAreShownAndTheRestCounted) {
  std::vector<Finding> findings;
  for (int line = 1; line <= 30; ++line) findings.push_back(finding(FindingKind::kCrash, "x", "a.cpp", line));
  const auto all = lines(report_with(findings));
  EXPECT_EQ(std::count_if(all.begin(), all.end(), [](const auto& line) { return line.starts_with("::error"); }), 10);
  EXPECT_EQ(all[9], "::error title=01-primes::and 21 more; the step's summary has all");
}

TEST(AnnotationsTest, TheWeightiestComeFirst) {
  GradeReport report = points_lost();
  report.score.checks[3].verdict.findings.push_back(finding(FindingKind::kBuild, "no build", "a.cpp", 1));
  const auto all = lines(report);
  EXPECT_NE(all[0].find("title=Does not compile"), std::string::npos) << "nothing can be judged before it builds";
  EXPECT_NE(all[1].find("title=Data race"), std::string::npos) << "costs 20 points";
  EXPECT_NE(all[2].find("title=Expectation not met"), std::string::npos) << "costs 17.51";
  EXPECT_NE(all[3].find("title=Does not end"), std::string::npos);
  EXPECT_NE(all[4].find("concurrent.cpp,line=44,"), std::string::npos) << "similar ones after one of each kind";
}

TEST(AnnotationsTest, TheSameFindingOfSeveralChecksIsShownOnce) {
  const auto all = lines(does_not_build());
  EXPECT_EQ(std::count_if(all.begin(), all.end(), [](const auto& line) { return line.starts_with("::error"); }), 1);
}

TEST(AnnotationsTest, ChecksThatWereNotJudgedAreWarnings) {
  const auto all = lines(points_lost());
  EXPECT_EQ(std::count_if(all.begin(), all.end(), [](const auto& line) { return line.starts_with("::warning"); }), 2);
  EXPECT_EQ(all.back(), "::notice title=01-primes::32.49 of 70 points");
}

TEST(AnnotationsTest, NoTextStartsAnotherCommandOrProperty) {
  const std::regex own(R"(::(error|warning|notice) (file=[^,:]*,)?(line=\d+,)?title=[^,:]*::.*)");
  for (const auto& [name, report] : samples()) {
    for (const auto& line : lines(report)) EXPECT_TRUE(std::regex_match(line, own)) << name << ": " << line;
  }
}

TEST(AnnotationsTest, TextIsEscapedSoThatItReadsTheSame) {
  const auto all = lines(report_with({finding(FindingKind::kCrash, "100 %\nsecond: a, b")}));
  EXPECT_TRUE(all[0].ends_with("::100 %25%0Asecond: a, b")) << all[0];
}

TEST(AnnotationsTest, ALongMessageIsCut) {
  EXPECT_LT(lines(report_with({finding(FindingKind::kCrash, std::string(1'000'000, 'x'))}))[0].size(), 5000U);
}

TEST(AnnotationsTest, AFindingWithoutWordsSaysItsKind) {
  EXPECT_TRUE(lines(report_with({finding(FindingKind::kBuild, "")}))[0].ends_with("::Does not compile"));
}

}  // namespace
}  // namespace lockstep::report
