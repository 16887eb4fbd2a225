#include "cli/options.h"

#include <gtest/gtest.h>

#include <initializer_list>

namespace lockstep::cli {
namespace {

Result<std::variant<Options, HelpShown>> parse_words(std::initializer_list<const char*> words) {
  std::vector<const char*> argv{"./lab"};
  argv.insert(argv.end(), words);
  return parse(static_cast<int>(argv.size()), argv.data());
}

template <class Command>
Command command(std::initializer_list<const char*> words) {
  return std::get<Command>(std::get<Options>(parse_words(words).value()).command);
}

std::string refusal(std::initializer_list<const char*> words) {
  const auto parsed = parse_words(words);
  if (parsed) return "accepted";
  EXPECT_EQ(parsed.error().fault, Fault::kInput);
  return parsed.error().message;
}

TEST(OptionsTest, ListsTheLabsWithoutASubcommand) { command<ListOptions>({}); }

TEST(OptionsTest, ReadsGrade) {
  const auto own = command<GradeOptions>({"grade", "01", "--json", "-"});
  EXPECT_EQ(own.lab, "01");
  EXPECT_EQ(own.json, "-");
  EXPECT_FALSE(own.solutions);
  EXPECT_TRUE(command<GradeOptions>({"grade", "--solutions"}).solutions);
  EXPECT_EQ(command<GradeOptions>({"grade", "01", "--from", "/tmp"}).from, "/tmp");
}

TEST(OptionsTest, TakesHiddenChecksOnlyWhenTheyAreAskedFor) {
  EXPECT_FALSE(command<GradeOptions>({"grade", "01"}).hidden);
  EXPECT_TRUE(command<GradeOptions>({"grade", "01", "--hidden"}).hidden);
  EXPECT_TRUE(command<ReplayOptions>({"replay", "01", "Suite.Case", "a2", "--hidden"}).hidden);
}

TEST(OptionsTest, TakesGeneralOptionsAfterTheSubcommandToo) {
  const auto options = std::get<Options>(parse_words({"grade", "01", "--compiler", "clang++", "-j", "3"}).value());
  EXPECT_EQ(options.compiler, "clang++");
  EXPECT_EQ(options.jobs, 3);
}

TEST(OptionsTest, ReadsVerify) {
  const auto verify = command<VerifyOptions>({"verify", "01", "--repeat", "20", "--only", "skeleton"});
  EXPECT_EQ(verify.repeat, 20);
  EXPECT_EQ(verify.only, std::vector<std::string>{"skeleton"});
}

TEST(OptionsTest, ReadsPlot) {
  const auto plain = command<PlotOptions>({"plot", "01"});
  EXPECT_EQ(plain.lab, "01");
  EXPECT_EQ(plain.out, ".");
  EXPECT_FALSE(plain.workers);
  EXPECT_EQ(command<PlotOptions>({"plot", "01", "--workers", "8", "--out", "pictures"}).workers, 8U);
  EXPECT_NE(refusal({"plot", "01", "--workers", "49"}).find("48"), std::string::npos);
  EXPECT_NE(refusal({"plot", "01", "--solutions", "--from", "/tmp"}).find("exclude"), std::string::npos);
}

TEST(OptionsTest, RefusesWithTheCommandThatTellsMore) {
  EXPECT_NE(refusal({"grade", "01", "--form", "x"}).find("See ./lab grade --help"), std::string::npos);
  EXPECT_NE(refusal({"grad"}).find("See ./lab --help"), std::string::npos);
}

TEST(OptionsTest, RefusesWhatMakesNoSense) {
  EXPECT_NE(refusal({"grade"}).find("which lab"), std::string::npos);
  EXPECT_NE(refusal({"grade", "--solutions", "--from", "/tmp"}).find("exclude"), std::string::npos);
  EXPECT_NE(refusal({"grade", "--solutions", "--json", "-"}).find("one lab"), std::string::npos);
  EXPECT_NE(refusal({"grade", "01", "--from", "/no/such/dir"}).find("/no/such/dir"), std::string::npos);
  EXPECT_NE(refusal({"verify", "--repeat", "0"}).find("repeat"), std::string::npos);
}

TEST(OptionsTest, EverySubcommandHasHelpWithAnExample) {
  for (const char* name : {"grade", "test", "build", "hint", "doctor", "verify"}) {
    testing::internal::CaptureStdout();
    const auto parsed = parse_words({name, "--help"});
    const std::string text = testing::internal::GetCapturedStdout();
    ASSERT_TRUE(parsed);
    EXPECT_TRUE(std::holds_alternative<HelpShown>(*parsed));
    EXPECT_NE(text.find(std::string("./lab ") + name), std::string::npos) << text;
  }
}

}  // namespace
}  // namespace lockstep::cli
