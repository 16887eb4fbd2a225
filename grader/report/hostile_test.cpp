// What a submission can put into a report, through every format that there is. A format that is added to the table is
// tried here too.

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "report/formats.h"
#include "report/sample_reports.h"
#include "report/terminal.h"
#include "text/utf8.h"

namespace lockstep::report {
namespace {

struct Written {
  std::string format;
  std::string text;
};

std::vector<Written> in_every_format(const GradeReport& report) {
  std::vector<Written> all{{"terminal", terminal(report, {})}};
  for (const Format& format : formats()) all.push_back({std::string(format.name), format.write(report)});
  return all;
}

/// Characters that steer a terminal, reorder what is read, or are not seen.
bool steers(char32_t c) {
  return (c < 0x20 && c != '\n') || (0x7F <= c && c <= 0x9F) || c == 0x061C || c == 0x200B || c == 0x200E ||
         c == 0x200F || (0x2028 <= c && c <= 0x202E) || (0x2060 <= c && c <= 0x2069) || c == 0xFEFF ||
         (0xFFF9 <= c && c <= 0xFFFB) || (0xE0000 <= c && c <= 0xE007F);
}

std::vector<std::string> lines_that_begin(std::string_view text, std::string_view with) {
  std::vector<std::string> found;
  while (!text.empty()) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    line.remove_prefix(std::min(line.size(), line.find_first_not_of(" \t")));
    if (line.starts_with(with)) found.emplace_back(line);
  }
  return found;
}

/// The same report with words that do no harm in each place where `hostile_texts` has the submission's.
GradeReport harmless() {
  GradeReport report = hostile_texts();
  Verdict& verdict = report.score.checks[0].verdict;
  for (Finding& finding : verdict.findings) finding.message = "plain";
  for (CaseVerdict& test : verdict.cases) test.name = "Suite.Case";
  for (std::string& note : verdict.notes) note = "note";
  report.notes = {"run"};
  return report;
}

TEST(HostileTest, NoFormatHoldsACharacterThatSteers) {
  for (const auto& [format, text] : in_every_format(hostile_texts())) {
    for (std::string_view rest = text; !rest.empty();) {
      const char32_t c = take_character(rest);
      ASSERT_FALSE(steers(c)) << format << ": U+" << std::hex << static_cast<unsigned>(c);
    }
  }
}

TEST(HostileTest, NoFormatHasALineMoreThatARunnerObeys) {
  const auto hostile = in_every_format(hostile_texts());
  const auto plain = in_every_format(harmless());
  for (std::size_t i = 0; i < hostile.size(); ++i) {
    SCOPED_TRACE(hostile[i].format);
    if (hostile[i].format == "github-step-summary") continue;  // Markdown, in which no runner looks for commands
    EXPECT_EQ(hostile[i].text.find("##["), std::string::npos);
    EXPECT_EQ(hostile[i].text.find("##vso["), std::string::npos);
    const bool of_commands = hostile[i].format == "github-annotations";
    const auto lines = lines_that_begin(hostile[i].text, "::");
    EXPECT_EQ(lines.size(), of_commands ? lines_that_begin(plain[i].text, "::").size() : 0U);
  }
}

TEST(HostileTest, NoFormatIsMuchLongerThanItsBound) {
  GradeReport long_one = hostile_texts();
  long_one.score.checks[0].verdict.findings[0].message = std::string(1 << 20, '%');
  for (const auto& [format, text] : in_every_format(long_one)) {
    if (format == "json") continue;  // a program reads it: it has the whole message, which the checks bound
    EXPECT_LT(text.size(), 300'000U) << format;
  }
}

}  // namespace
}  // namespace lockstep::report
