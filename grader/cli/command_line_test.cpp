#include "cli/command_line.h"

#include <gtest/gtest.h>

#include <initializer_list>

#include "cli/run_explore.h"
#include "cli/run_grade.h"
#include "cli/run_list.h"
#include "cli/run_mutant.h"
#include "cli/run_plot.h"
#include "cli/run_replay.h"
#include "cli/run_test.h"
#include "cli/run_verify.h"

namespace lockstep::cli {
namespace {

/// A file that there is.
constexpr const char* kSource = LOCKSTEP_SOURCE_DIR "/lab";

Result<std::variant<CommandLine, HelpShown>> parse_words(std::initializer_list<const char*> words) {
  std::vector<const char*> argv{"./lab"};
  argv.insert(argv.end(), words);
  return parse(static_cast<int>(argv.size()), argv.data());
}

template <class Options>
Options command(std::initializer_list<const char*> words) {
  return std::any_cast<Options>(std::get<CommandLine>(parse_words(words).value()).options);
}

std::string refusal(std::initializer_list<const char*> words) {
  const auto parsed = parse_words(words);
  if (parsed) return "accepted";
  EXPECT_EQ(parsed.error().fault, Fault::kInput);
  return parsed.error().message;
}

TEST(CommandLineTest, ListsTheLabsWithoutASubcommand) { command<ListOptions>({}); }

TEST(CommandLineTest, ReadsGrade) {
  const auto own = command<GradeOptions>({"grade", "01", "--json", "-"});
  EXPECT_EQ(own.lab, "01");
  EXPECT_EQ(own.reports.file("json"), "-");
  EXPECT_FALSE(own.solutions);
  EXPECT_TRUE(command<GradeOptions>({"grade", "--solutions"}).solutions);
  EXPECT_EQ(command<GradeOptions>({"grade", "01", "--from", "/tmp"}).from, "/tmp");
}

TEST(CommandLineTest, ReadsTheCasesOfTest) {
  EXPECT_TRUE(command<TestOptions>({"test", "01"}).cases.empty());
  const auto named = command<TestOptions>({"test", "01", "ATest.One", "Two", "--all"});
  EXPECT_EQ(named.lab, "01");
  EXPECT_EQ(named.cases, (std::vector<std::string>{"ATest.One", "Two"}));
  EXPECT_TRUE(named.all);
}

TEST(CommandLineTest, TakesHiddenChecksOnlyWhenTheyAreAskedFor) {
  EXPECT_FALSE(command<GradeOptions>({"grade", "01"}).hidden);
  EXPECT_TRUE(command<GradeOptions>({"grade", "01", "--hidden"}).hidden);
  EXPECT_TRUE(command<ReplayOptions>({"replay", "01", "Suite.Case", "a2", "--hidden"}).hidden);
  EXPECT_FALSE(command<ReplayOptions>({"replay", "01", "Suite.Case", "a2"}).as_test);
  EXPECT_TRUE(command<ReplayOptions>({"replay", "01", "Suite.Case", "a2", "--as-test"}).as_test);
}

TEST(CommandLineTest, TakesGeneralOptionsAfterTheSubcommandToo) {
  const auto line = std::get<CommandLine>(parse_words({"grade", "01", "--compiler", "clang++", "-j", "3"}).value());
  EXPECT_EQ(line.compiler, "clang++");
  EXPECT_EQ(line.jobs, 3);
}

TEST(CommandLineTest, ReadsVerify) {
  const auto verify = command<VerifyOptions>({"verify", "01", "--repeat", "20", "--busy", "--only", "skeleton"});
  EXPECT_EQ(verify.repeat, 20);
  EXPECT_TRUE(verify.busy);
  EXPECT_EQ(verify.only, std::vector<std::string>{"skeleton"});
}

TEST(CommandLineTest, AMatrixIsOfAllMutantsJudgedOnce) {
  EXPECT_TRUE(command<VerifyOptions>({"verify", "01", "--matrix"}).matrix);
  EXPECT_NE(refusal({"verify", "--matrix", "--repeat", "2"}).find("--matrix takes no"), std::string::npos);
  EXPECT_NE(refusal({"verify", "--matrix", "--busy"}).find("--matrix takes no"), std::string::npos);
  EXPECT_NE(refusal({"verify", "--matrix", "--only", "m"}).find("--matrix takes no"), std::string::npos);
  EXPECT_NE(refusal({"verify", "--matrix", "--table", "t"}).find("--matrix takes no"), std::string::npos);
}

TEST(CommandLineTest, ReadsMutant) {
  const auto mutant = command<MutantOptions>({"mutant", "04", "one-lock", "--out", "dir", "--overwrite"});
  EXPECT_EQ(mutant.lab, "04");
  EXPECT_EQ(mutant.name, "one-lock");
  EXPECT_EQ(mutant.out, "dir");
  EXPECT_TRUE(mutant.overwrite);
}

TEST(CommandLineTest, ReadsPlot) {
  const auto plain = command<PlotOptions>({"plot", "01"});
  EXPECT_EQ(plain.lab, "01");
  EXPECT_FALSE(plain.out);
  EXPECT_FALSE(plain.workers);
  EXPECT_EQ(command<PlotOptions>({"plot", "01", "--workers", "8", "--out", "pictures"}).workers, 8U);
  EXPECT_EQ(command<PlotOptions>({"plot", "01", "--out", "pictures"}).out, "pictures");
  EXPECT_NE(refusal({"plot", "01", "--workers", "49"}).find("48"), std::string::npos);
  EXPECT_NE(refusal({"plot", "01", "--solutions", "--from", "/tmp"}).find("exclude"), std::string::npos);
}

TEST(CommandLineTest, RefusesWithTheCommandThatTellsMore) {
  EXPECT_NE(refusal({"grade", "01", "--form", "x"}).find("See ./lab grade --help"), std::string::npos);
  EXPECT_NE(refusal({"grade", "01", "--form", "x"}).find("has no option \"--form\" (did you mean \"--from\"?)"),
            std::string::npos);
  EXPECT_NE(refusal({"replay", "01"}).find("For example: ./lab replay 01 CASE SCHEDULE"), std::string::npos);
  EXPECT_NE(refusal({"grad"}).find("See ./lab --help"), std::string::npos);
}

TEST(CommandLineTest, AMistypedSubcommandIsToldTheOneThatIsMeant) {
  const std::string message = refusal({"tset", "01"});
  EXPECT_NE(message.find("no subcommand \"tset\" (did you mean \"test\"?); accepted: list, test,"), std::string::npos)
      << message;
  EXPECT_NE(message.find("See ./lab --help"), std::string::npos) << message;
}

TEST(CommandLineTest, RefusesWhatMakesNoSense) {
  EXPECT_NE(refusal({"grade"}).find("which lab"), std::string::npos);
  EXPECT_NE(refusal({"grade", "--solutions", "--from", "/tmp"}).find("exclude"), std::string::npos);
  EXPECT_NE(refusal({"grade", "--solutions", "--json", "-"}).find("of one lab"), std::string::npos);
  EXPECT_NE(refusal({"grade", "01", "--from", "/no/such/dir"}).find("/no/such/dir"), std::string::npos);
  EXPECT_NE(refusal({"verify", "--repeat", "0"}).find("repeat"), std::string::npos);
}

TEST(CommandLineTest, GivesTheCompilerWhatHasASingleDash) {
  const auto explore = command<ExploreOptions>({"--compiler", "clang++", "explore", kSource, "-Iinclude", "-include",
                                                "a.h", "-std=c++17", "--max-steps", "500", "-lm", "--", "-x"});
  EXPECT_EQ(explore.files, std::vector<std::filesystem::path>{kSource});
  EXPECT_EQ(explore.flags, (std::vector<std::string>{"-Iinclude", "-include", "a.h", "-std=c++17", "-lm"}));
  EXPECT_EQ(explore.max_steps, 500U);
  EXPECT_EQ(explore.arguments, std::vector<std::string>{"-x"});
  const auto replay = command<ReplayOptions>({"replay", kSource, "-DX", "a2b", "--compile-commands", kSource});
  EXPECT_EQ(replay.what, (std::vector<std::string>{kSource, "a2b"}));
  EXPECT_EQ(replay.flags, std::vector<std::string>{"-DX"});
  EXPECT_EQ(replay.compile_commands, kSource);
  EXPECT_NE(refusal({"grade", "01", "-DX"}).find("-DX"), std::string::npos);
  EXPECT_NE(refusal({"explore", kSource, "--max-step", "500"}).find("did you mean \"--max-steps\"?"),
            std::string::npos);
}

TEST(CommandLineTest, PassesWhatFollowsTheDashesToTheExploredProgram) {
  const auto explore = command<ExploreOptions>({"explore", kSource, "--seed", "7", "--", "3", "--json"});
  EXPECT_EQ(explore.arguments, (std::vector<std::string>{"3", "--json"}));
  EXPECT_FALSE(explore.json);
  EXPECT_NE(refusal({"grade", "01", "--", "3"}).find("nothing after --"), std::string::npos);
}

TEST(CommandLineTest, RefusesNumbersOutsideTheRange) {
  EXPECT_NE(refusal({"explore", kSource, "--seconds", "0"}).find("seconds"), std::string::npos);
  EXPECT_NE(refusal({"explore", kSource, "--schedules", "0"}).find("schedules"), std::string::npos);
  EXPECT_NE(refusal({"explore", kSource, "--preemptions", "-1"}).find("preemptions"), std::string::npos);
  EXPECT_EQ(command<ExploreOptions>({"explore", kSource, "--preemptions", "0"}).preemptions, 0);
}

}  // namespace
}  // namespace lockstep::cli
