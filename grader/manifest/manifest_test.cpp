#include "manifest/manifest.h"

#include <gtest/gtest.h>

#include "manifest/temporary_lab.h"

namespace lockstep {
namespace {

using namespace std::chrono_literals;

class ManifestTest : public testing::Test {
 protected:
  [[nodiscard]] Result<Manifest> read(std::string_view text) const {
    checkout_.write("lab.toml", text);
    return read_manifest(checkout_.dir());
  }

  /// What is said to the good manifest with `from` replaced by `to`, without the path.
  [[nodiscard]] std::string mistakes(std::string_view from, std::string_view to) const {
    std::string text(manifest::kGoodManifest);
    const auto place = text.find(from);
    EXPECT_NE(place, std::string::npos) << from;
    text.replace(place, from.size(), to);
    return mistakes_of(text);
  }

  [[nodiscard]] std::string mistakes_of(std::string_view text) const {
    const auto lab = read(text);
    if (lab) return "none";
    EXPECT_EQ(lab.error().fault, Fault::kInput);
    const std::string path = (checkout_.dir() / "lab.toml").string() + ":";
    std::string message = lab.error().message;
    for (auto at = message.find(path); at != std::string::npos; at = message.find(path)) message.erase(at, path.size());
    return message;
  }

  manifest::TemporaryLab checkout_;
};

TEST_F(ManifestTest, IsReadWhole) {
  const auto lab = read(manifest::kGoodManifest);
  ASSERT_TRUE(lab) << lab.error().message;
  EXPECT_EQ(lab->dir, checkout_.dir());
  EXPECT_EQ(lab->id, "01");
  EXPECT_EQ(lab->name, "01-tiny");
  EXPECT_EQ(lab->title, "Tiny");
  EXPECT_EQ(lab->concepts, (std::vector<std::string>{"threads", "joins"}));
  EXPECT_EQ(lab->chapter, "1 First things");
  EXPECT_EQ(lab->minutes, 90);
  EXPECT_EQ(lab->points, 100);
  EXPECT_EQ(lab->submit, (std::vector<std::string>{"a.cpp", "b.cpp"}));
  EXPECT_TRUE(lab->imports.empty());
  std::vector<std::string_view> kinds;
  for (const Check& check : lab->checks) kinds.push_back(kind(check));
  EXPECT_EQ(kinds, (std::vector<std::string_view>{"tests", "tests", "tsan", "asan", "speedup", "explorer"}));
}

TEST_F(ManifestTest, ALabMayNeedFunctionsThatOthersDoNot) {
  std::string text(manifest::kGoodManifest);
  text.insert(text.find("submit"), "imports = ['fork', '_exit']\n");
  EXPECT_EQ(read(text).value().imports, (std::vector<std::string>{"fork", "_exit"}));
  EXPECT_EQ(mistakes("submit", "imports = ['std::abort', 'fork()']\nsubmit"),
            "6: found imports \"std::abort\"; accepted: a function of the C library, as \"fork\"\n"
            "6: found imports \"fork()\"; accepted: a function of the C library, as \"fork\"");
}

TEST_F(ManifestTest, ATestsCheckHasItsCasesInTheOrderOfTheFile) {
  const Check check = read(manifest::kGoodManifest).value().checks[0];
  EXPECT_EQ(check.id, "search");
  EXPECT_EQ(check.title, "It searches");
  EXPECT_EQ(check.points, 40);
  EXPECT_EQ(check.read, "README.md#search");
  const auto& settings = std::get<TestsCheck>(check.settings);
  EXPECT_EQ(settings.program, "tiny_test");
  ASSERT_EQ(settings.cases.size(), 2U);
  EXPECT_EQ(settings.cases[0].name, "SearchTest.Second");
  EXPECT_EQ(settings.cases[0].points, 30);
  EXPECT_EQ(settings.cases[1].name, "SearchTest.First");
}

TEST_F(ManifestTest, LimitsThatAreNamedReplaceTheUsualOnes) {
  std::string text(manifest::kGoodManifest);
  text.insert(text.find("output_kb"), "open_files = 2000\n");
  const auto checks = read(text).value().checks;
  EXPECT_EQ(checks[0].limits.wall, 2500ms);
  EXPECT_EQ(checks[0].limits.cpu, 3s);
  EXPECT_EQ(checks[0].limits.memory_bytes, 256U << 20);
  EXPECT_EQ(checks[0].limits.processes, 32);
  EXPECT_EQ(checks[0].limits.open_files, 2000);
  EXPECT_EQ(checks[0].limits.output_bytes, 100U << 10);
  EXPECT_EQ(checks[1].limits.wall, RunLimits{}.wall);
}

TEST_F(ManifestTest, SanitizersRunAllTestsUnlessToldWhich) {
  const auto checks = read(manifest::kGoodManifest).value().checks;
  EXPECT_EQ(std::get<TsanCheck>(checks[2].settings).of, (std::vector<std::string>{"search", "join"}));
  EXPECT_EQ(std::get<AsanCheck>(checks[3].settings).of, (std::vector<std::string>{"join"}));
}

TEST_F(ManifestTest, SpeedupAndExplorerHaveTheirSettings) {
  const auto checks = read(manifest::kGoodManifest).value().checks;
  const auto& speedup = std::get<SpeedupCheck>(checks[4].settings);
  EXPECT_EQ(speedup.program, "tiny_speedup");
  EXPECT_EQ(speedup.no_points_at, 0.4);
  EXPECT_EQ(speedup.full_points_at, 0.7);
  EXPECT_EQ(speedup.meet_share, 0.9);
  EXPECT_EQ(speedup.parallelism, 1.5);
  ASSERT_TRUE(speedup.predicted);
  EXPECT_EQ(speedup.predicted->program, "tiny_predict");
  EXPECT_EQ(speedup.predicted->cores, 16U);
  EXPECT_EQ(speedup.predicted->speedup, 7.5);
  const auto& explorer = std::get<ExplorerCheck>(checks[5].settings);
  EXPECT_EQ(explorer.schedules, 500U);
  EXPECT_EQ(explorer.time, 1500ms);
  EXPECT_FALSE(explorer.deterministic);
  EXPECT_EQ(explorer.cases.size(), 1U);
}

/// A check that can stand in place of the last one of the good manifest.
constexpr std::string_view kExplorerCheck = R"(kind = "explorer"
title = "It is right in every schedule"
points = 10
program = "tiny_explored"
schedules = 500
seconds = 1.5
[check.cases]
"ExploredTest.Finds" = 10
)";

TEST_F(ManifestTest, ACaseOfAnExplorerCheckMayHaveABudgetOfItsOwn) {
  constexpr std::string_view kCase = "\"ExploredTest.Finds\" = 10\n";
  const auto with = [&](std::string_view budget) {
    return mistakes(kCase, std::string(kCase) + "[check.budgets]\n" + std::string(budget));
  };
  EXPECT_EQ(with("\"ExploredTest.Finds\" = 20"), "none");
  const auto check = read_manifest(checkout_.dir()).value().checks.back();
  const auto& settings = std::get<ExplorerCheck>(check.settings);
  EXPECT_EQ(settings.budget_of("ExploredTest.Finds"), 20U);
  EXPECT_EQ(settings.budget_of("ExploredTest.Other"), 500U);
  EXPECT_EQ(with("\"ExploredTest.Finds\" = 0"),
            "73: found \"ExploredTest.Finds\" = 0 in budgets of [[check]]; accepted: an integer from 1 to 1000000000");
  EXPECT_EQ(with("\"ExploredTest.Find\" = 20"),
            "73: found a budget of \"ExploredTest.Find\"; accepted: a case of the check");
}

TEST_F(ManifestTest, AnExplorerCheckMayAskForDeterminismAndForEveryLine) {
  EXPECT_EQ(mistakes("schedules = 500", "schedules = 500\ndeterministic = true\nevery_line = true"), "none");
  const auto check = read_manifest(checkout_.dir()).value().checks.back();
  EXPECT_TRUE(std::get<ExplorerCheck>(check.settings).deterministic);
  EXPECT_TRUE(std::get<ExplorerCheck>(check.settings).every_line);
  EXPECT_EQ(mistakes("schedules = 500", "schedules = 500\ndeterministic = 1"),
            "69: found deterministic = 1 in [[check]]; accepted: true or false");
}

TEST_F(ManifestTest, AnExplorationHasTheLimitsOfItsCheckBesideItsOwnTime) {
  EXPECT_EQ(mistakes("seconds = 1.5", "[check.limits]\nwall_s = 3\ncpu_s = 2"), "none");
  const auto check = read_manifest(checkout_.dir()).value().checks.back();
  EXPECT_EQ(std::get<ExplorerCheck>(check.settings).time, 300s);
  EXPECT_EQ(check.limits.wall, 303s);
  EXPECT_EQ(check.limits.cpu, 302s);
}

TEST_F(ManifestTest, ApiRulesAreRead) {
  EXPECT_EQ(mistakes(kExplorerCheck, R"(kind = "api-rules"
title = "It keeps the rules"
points = 10
[[check.required]]
apis = ["std::condition_variable", "std::condition_variable_any"]
use = "Wait for a change."
in = ["b.cpp"]
[[check.forbidden]]
apis = ["usleep"]
use = "Do not sleep."
)"),
            "none");
  const auto check = read_manifest(checkout_.dir()).value().checks.back();
  const auto& rules = std::get<ApiRulesCheck>(check.settings);
  EXPECT_EQ(kind(check), "api-rules");
  ASSERT_EQ(rules.required.size(), 1U);
  EXPECT_EQ(rules.required[0].apis.size(), 2U);
  EXPECT_EQ(rules.required[0].use, "Wait for a change.");
  EXPECT_EQ(rules.required[0].in, (std::vector<std::string>{"b.cpp"}));
  ASSERT_EQ(rules.forbidden.size(), 1U);
  EXPECT_TRUE(rules.forbidden[0].in.empty());
}

TEST_F(ManifestTest, ApiRulesMustRequireSomethingInSubmittedFiles) {
  const std::string text = mistakes(kExplorerCheck, R"(kind = "api-rules"
title = "It keeps the rules"
points = 10
[[check.forbidden]]
apis = ["sleep for"]
use = "Do not sleep."
in = ["c.cpp"]
)");
  EXPECT_NE(text.find("found no required in [[check]]"), std::string::npos) << text;
  EXPECT_NE(text.find("found \"sleep for\"; accepted: a function or type"), std::string::npos) << text;
  EXPECT_NE(text.find("found a rule in \"c.cpp\" of the check schedules; accepted: files"), std::string::npos) << text;
}

TEST_F(ManifestTest, AChangeSizeIsRead) {
  checkout_.write("original/b.cpp", "");
  EXPECT_EQ(mistakes(kExplorerCheck, R"(kind = "change-size"
title = "The change is small"
points = 10
original = "original"
[check.lines]
"b.cpp" = 6
)"),
            "none");
  const auto check = read_manifest(checkout_.dir()).value().checks.back();
  const auto& settings = std::get<ChangeSizeCheck>(check.settings);
  EXPECT_EQ(kind(check), "change-size");
  EXPECT_EQ(settings.original, "original");
  ASSERT_EQ(settings.limits.size(), 1U);
  EXPECT_EQ(settings.limits[0].file, "b.cpp");
  EXPECT_EQ(settings.limits[0].lines, 6);
}

TEST_F(ManifestTest, AChangeSizeIsOfSubmittedFilesThatWereHandedOut) {
  checkout_.write("original/b.cpp", "");
  const auto with = [&](const std::string& lines) {
    return mistakes(
        kExplorerCheck,
        "kind = \"change-size\"\ntitle = \"Small\"\npoints = 10\noriginal = \"original\"\n[check.lines]\n" + lines);
  };
  std::string text = with("\"c.cpp\" = 6\n");
  EXPECT_NE(text.find("found lines of \"c.cpp\" in the check schedules; accepted: files that"), std::string::npos)
      << text;
  text = with("\"a.cpp\" = 6\n");
  EXPECT_NE(text.find("found lines of \"a.cpp\" in the check schedules; accepted: a file of the folder"),
            std::string::npos)
      << text;
  text = with("\"b.cpp\" = 0\n");
  EXPECT_NE(text.find("accepted: an integer from 1 to 1000"), std::string::npos) << text;
  text = with("");
  EXPECT_NE(text.find("found no file; accepted: one or more, as"), std::string::npos) << text;
}

TEST_F(ManifestTest, ARelativePathOrATrailingSlashNamesTheSameLab) {
  checkout_.write("lab.toml", manifest::kGoodManifest);
  EXPECT_EQ(read_manifest(checkout_.dir() / "").value().name, "01-tiny");
  EXPECT_EQ(read_manifest(checkout_.dir() / "hints" / "..").value().name, "01-tiny");
}

TEST_F(ManifestTest, ALabWithoutManifestIsAnInputError) {
  const auto lab = read_manifest(checkout_.dir());
  ASSERT_FALSE(lab);
  EXPECT_EQ(lab.error().fault, Fault::kInput);
}

TEST_F(ManifestTest, AllMistakesAreToldAtOnceFromTopToBottom) {
  EXPECT_EQ(mistakes_of("titel = 'Tiny'\nconcepts = []\nminutes = 'ten'\npoints = 10\nsubmit = ['../a.cpp', 3]\n"
                        "[[check]]\nid = 'A'\nkind = 'test'\npoints = -1\n"),
            "1: found no title in the lab; accepted: text that is not empty\n"
            "1: found no chapter in the lab; accepted: text that is not empty\n"
            "1: found unknown key titel in the lab (did you mean \"title\"?); accepted: title, concepts, chapter, "
            "minutes, points, share_after_severe, submit, imports, comparison, pictures, check\n"
            "2: found concepts = [] in the lab; accepted: an array of one or more texts, none of them empty\n"
            "3: found minutes = \"ten\" in the lab; accepted: an integer from 1 to 10000\n"
            "5: found 3 in submit of the lab; accepted: an array of one or more texts, none of them empty\n"
            "5: found submit file \"../a.cpp\"; accepted: a path below the lab's folder of letters, digits, \"_\", "
            "\"-\", \".\" and \"/\", no part of it beginning with \".\" or \"-\"\n"
            "6: found no title in [[check]]; accepted: text that is not empty\n"
            "7: found id = \"A\"; accepted: small letters, digits and \"-\", beginning with a letter\n"
            "8: found kind = \"test\" in [[check]] (did you mean \"tests\"?); accepted: \"tests\", \"tsan\", \"asan\", "
            "\"speedup\", \"explorer\", \"api-rules\", \"change-size\"\n"
            "9: found points = -1 in [[check]]; accepted: an integer from 0 to 10000");
}

TEST_F(ManifestTest, UnknownKeysAreRefusedInEveryTable) {
  EXPECT_EQ(mistakes("wall_s = 2.5", "wal_s = 2.5"),
            "16: found unknown key wal_s in limits of [[check]] (did you mean \"wall_s\"?); accepted: wall_s, cpu_s, "
            "memory_mb, processes, open_files, output_kb");
  EXPECT_EQ(mistakes("of = [\"join\"]", "parallelism = 1.5"),
            "45: found unknown key parallelism in [[check]]; accepted: id, kind, title, points, read, limits, of");
}

TEST_F(ManifestTest, PointsMustAddUp) {
  EXPECT_EQ(mistakes("points = 100", "points = 101"),
            "5: found points = 101 and checks worth 100 together; accepted: the sum of the checks' points");
  EXPECT_EQ(mistakes("\"JoinTest.Joins\" = 10", "\"JoinTest.Joins\" = 9"),
            "31: found cases worth 9 points together; accepted: the 10 points of their check");
}

TEST_F(ManifestTest, ACheckKeepsHalfOfItsPointsAfterASevereFindingUnlessTheLabSaysOtherwise) {
  EXPECT_EQ(read(manifest::kGoodManifest).value().share_after_severe, 0.5);
  EXPECT_EQ(read("share_after_severe = 0.25\n" + std::string(manifest::kGoodManifest)).value().share_after_severe,
            0.25);
}

TEST_F(ManifestTest, NumbersOutOfRangeAreRefused) {
  for (const char* wrong : {"0", "1.5", "nan"}) {
    EXPECT_NE(mistakes("points = 100", std::string("share_after_severe = ") + wrong + "\npoints = 100")
                  .find("in the lab; accepted: a number above 0 and up to 1"),
              std::string::npos)
        << wrong;
  }
  EXPECT_EQ(mistakes("parallelism = 1.5", "parallelism = 2.5"),
            "56: found parallelism = 2.5 in [[check]]; accepted: a number above 1 and up to 2");
  EXPECT_EQ(mistakes("parallelism = 1.5", "parallelism = 1"),
            "56: found parallelism = 1 in [[check]]; accepted: a number above 1 and up to 2");
  EXPECT_EQ(mistakes("parallelism = 1.5", "parallelism = 2"), "none");
  EXPECT_EQ(mistakes("full_points_at = 0.7", "full_points_at = 0.4"),
            "54: found full_points_at = 0.4; accepted: a number above no_points_at, 0.4");
  EXPECT_EQ(mistakes("meet_share = 0.9", "meet_share = nan"),
            "55: found meet_share = nan in [[check]]; accepted: a number above 0 and up to 1");
  EXPECT_EQ(mistakes("schedules = 500", "schedules = 99999999999999"),
            "68: found schedules = 99999999999999 in [[check]]; accepted: an integer from 1 to 1000000000");
}

TEST_F(ManifestTest, APredictionIsForCoresThatCanBeRecordedAndASpeedupThatTheyCanGive) {
  EXPECT_EQ(mistakes("cores = 16", "cores = 49"),
            "59: found cores = 49 in predicted of [[check]]; accepted: an integer from 2 to 48");
  EXPECT_EQ(mistakes("speedup = 7.5", "speedup = 16.5"),
            "60: found speedup = 16.5 in predicted of [[check]]; accepted: a number above 1 and up to 16");
  EXPECT_EQ(mistakes("speedup = 7.5", "speed = 7.5"),
            "57: found no speedup in predicted of [[check]]; accepted: a number above 1 and up to 16\n"
            "60: found unknown key speed in predicted of [[check]] (did you mean \"speedup\"?); accepted: program, "
            "cores, speedup");
}

TEST_F(ManifestTest, AnIdMayBeUsedOnce) {
  EXPECT_EQ(mistakes("id = \"speed\"", "id = \"races\""),
            "48: found id = \"races\" again, as on line 35; accepted: an id that no other check of the lab has");
}

TEST_F(ManifestTest, OfNamesChecksOfKindTestsOnceEach) {
  constexpr std::string_view kAccepted = "accepted: ids of checks of kind tests, each once: \"search\", \"join\"";
  EXPECT_EQ(mistakes("of = [\"join\"]", "of = [\"joins\"]"),
            "45: found of = \"joins\" (did you mean \"join\"?); " + std::string(kAccepted));
  EXPECT_EQ(mistakes("of = [\"join\"]", "of = [\"races\"]"), "45: found of = \"races\"; " + std::string(kAccepted));
  EXPECT_EQ(mistakes("of = [\"join\"]", "of = [\"join\", \"join\"]"),
            "45: found \"join\" twice in of; " + std::string(kAccepted));
}

TEST_F(ManifestTest, ACaseBelongsToOneCheckOfAKind) {
  EXPECT_EQ(
      mistakes("\"JoinTest.Joins\" = 10", "\"SearchTest.First\" = 10"),
      "31: found case \"SearchTest.First\", which check \"search\" has too; accepted: a case in one check of each "
      "kind");
  EXPECT_EQ(mistakes("program = \"tiny_explored\"", "program = \"tiny_test\""), "none");
}

TEST_F(ManifestTest, CasesAreNamedAsGoogleTestNamesThem) {
  EXPECT_EQ(mistakes("\"JoinTest.Joins\" = 10", "JoinTest = 10"),
            "32: found case \"JoinTest\"; accepted: a GoogleTest case as \"Suite.Case\"");
  // Without the quotation marks TOML takes the dot for a table's.
  EXPECT_EQ(mistakes("\"JoinTest.Joins\" = 10", "JoinTest.Joins = 10"),
            "32: found case \"JoinTest\"; accepted: a GoogleTest case as \"Suite.Case\"\n"
            "32: found JoinTest = a table in cases of [[check]]; accepted: an integer from 0 to 10000");
}

TEST_F(ManifestTest, AFileThatALearnerLostMayBeMissingAsItCanBePutBack) {
  std::filesystem::remove(checkout_.dir() / "b.cpp");
  EXPECT_NE(mistakes_of(manifest::kGoodManifest).find("found submit file \"b.cpp\""), std::string::npos);
  checkout_.write("original/b.cpp", "");
  EXPECT_EQ(mistakes_of(manifest::kGoodManifest), "none");
}

TEST_F(ManifestTest, FilesThatAreMissingAreNamed) {
  EXPECT_EQ(mistakes("\"b.cpp\"]", "\"c.cpp\", \"a.cpp\"]"),
            "6: found submit file \"c.cpp\", which is not there; accepted: a file of the lab's folder: the skeleton "
            "that the learner starts from\n"
            "6: found submit file \"a.cpp\" twice; accepted: each file once");
  EXPECT_EQ(mistakes("README.md#search", "handout.md#search"),
            "14: found read = \"handout.md#search\", a page that is not there; accepted: a file, relative to the lab's "
            "folder, perhaps with #section");
  for (const char* file : {"README.md", "CMakeLists.txt", "hints/1-first.md"}) {
    std::filesystem::remove(checkout_.dir() / file);
  }
  EXPECT_EQ(mistakes("read = \"README.md#search\"\n", ""),
            "1: found no README.md beside it; accepted: a lab's folder that has one\n"
            "1: found no CMakeLists.txt beside it; accepted: a lab's folder that has one\n"
            "1: found no hints/*.md beside it; accepted: a lab's folder that has one or more");
}

TEST_F(ManifestTest, ALabsFolderIsNamedByNumberAndName) {
  checkout_.write("lab.toml", manifest::kGoodManifest);
  const auto odd = checkout_.root() / "labs" / "tiny";
  std::filesystem::rename(checkout_.dir(), odd);
  const auto lab = read_manifest(odd);
  ASSERT_FALSE(lab);
  EXPECT_EQ(lab.error().message, (odd / "lab.toml").string() +
                                     ":1: found a lab in folder \"tiny\"; accepted: a folder NN-name: two digits, "
                                     "\"-\", then small letters, digits and \"-\"");
}

TEST_F(ManifestTest, AMessageStaysOnItsLineWhateverTheValue) {
  EXPECT_EQ(mistakes("kind = \"speedup\"", "kind = \"speed\\nup\\u001b[2J\""),
            "49: found kind = \"speed\\x0aup\\x1b[2J\" in [[check]] (did you mean \"speedup\"?); accepted: \"tests\", "
            "\"tsan\", \"asan\", "
            "\"speedup\", \"explorer\", \"api-rules\", \"change-size\"");
}

}  // namespace
}  // namespace lockstep
