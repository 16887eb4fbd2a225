// Every program of the corpus, explored: the bug of each buggy one is found, and nothing is found in a correct one.
//
// By default a seed and a budget that suit a test. LOCKSTEP_CORPUS=full is the proof: 20 seeds for each buggy program,
// 10,000 schedules of each correct one, and a table of the figures on standard output.

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

bool full() { return std::getenv("LOCKSTEP_CORPUS") != nullptr; }

struct Program {
  fs::path source;
  std::string finding;  ///< the kind, "none", or two kinds with " or " between: which one depends on the schedule
  std::string bypass;   ///< the bound, where starvation is the theme
  bool busy = false;    ///< on a busy machine, where time is the theme
  bool weak = false;    ///< with weak memory, where memory orders are the theme

  [[nodiscard]] std::string name() const { return source.stem().string(); }
};

/// What the comment lines at a program's head say: `// key: value`.
Program read_program(const fs::path& source) {
  Program program{.source = source, .finding = "", .bypass = ""};
  std::ifstream file(source);
  for (std::string line; std::getline(file, line) && line.starts_with("// ");) {
    constexpr std::string_view kFinding = "// finding: ";
    constexpr std::string_view kBypass = "// bypass-bound: ";
    if (line.starts_with(kFinding)) program.finding = line.substr(kFinding.size());
    if (line.starts_with(kBypass)) program.bypass = line.substr(kBypass.size());
    program.busy |= line == "// busy-machine: yes";
    program.weak |= line == "// memory: weak";
  }
  return program;
}

std::vector<Program> programs_in(const char* folder) {
  std::vector<Program> programs;
  for (const auto& entry : fs::directory_iterator(fs::path(LOCKSTEP_CORPUS_SOURCES) / folder)) {
    programs.push_back(read_program(entry.path()));
  }
  std::sort(programs.begin(), programs.end(), [](const auto& a, const auto& b) { return a.source < b.source; });
  return programs;
}

/// The explored program, with what its command line begins with: the environment.
std::string command_of(const Program& program, const std::string& environment) {
  const fs::path built =
      fs::path(LOCKSTEP_CORPUS_BUILT) / program.source.parent_path().filename() / program.source.stem();
  return environment + " LD_LIBRARY_PATH='" + built.string() + "' '" LOCKSTEP_CORPUS_EXPLORED "'";
}

struct Output {
  std::string text;
  int status = 0;  ///< as wait(2) gives it
};

Output output_of(const std::string& command) {
  Output output;
  std::FILE* pipe = popen(command.c_str(), "r");
  std::array<char, 4096> buffer{};
  for (std::size_t got = 0; (got = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) {
    output.text.append(buffer.data(), got);
  }
  output.status = pclose(pipe);
  return output;
}

/// Explores in a process of its own. \return the report, null when there was none
nlohmann::json explore(const Program& program, std::uint64_t schedules, std::uint64_t seed,
                       const std::string& replay = "", std::string environment = "") {
  environment += " LOCKSTEP_EXPLORE_MS=60000 LOCKSTEP_EXPLORE_SCHEDULES=" + std::to_string(schedules) +
                 " LOCKSTEP_EXPLORE_SEED=" + std::to_string(seed);
  if (!program.bypass.empty()) environment += " LOCKSTEP_EXPLORE_BYPASS=" + program.bypass;
  if (program.busy) environment += " LOCKSTEP_EXPLORE_BUSY=1";
  if (program.weak) environment += " LOCKSTEP_EXPLORE_WEAK=1";
  if (!replay.empty()) environment += " LOCKSTEP_EXPLORE_REPLAY='" + replay + "'";
  return nlohmann::json::parse(output_of(command_of(program, environment) + " 3>&1 2>/dev/null").text, nullptr, false);
}

std::string kind_of(const nlohmann::json& report) {
  if (report.is_discarded()) return "no report";
  return report["finding"].is_null() ? "none" : report["finding"]["kind"].get<std::string>();
}

/// Whether the report's finding is of a kind that the program may give.
testing::AssertionResult is_expected(const nlohmann::json& report, const Program& program) {
  const std::string kind = kind_of(report);
  if ((program.finding + " or ").find(kind + " or ") != std::string::npos) return testing::AssertionSuccess();
  return testing::AssertionFailure() << "found " << kind << ", expected " << program.finding << "\n" << report.dump(2);
}

/// Nondeterminism is that a schedule cannot be run again; a time-out takes seconds each time.
bool replays(const Program& program) { return program.finding != "nondeterminism" && program.finding != "time-out"; }

TEST(CorpusProgramTest, RefusesAWrongEnvironment) {
  const Program any = programs_in("correct").front();
  for (const std::string variable : {"LOCKSTEP_EXPLORE_SCHEDULES=abc", "LOCKSTEP_EXPLORE_SEED=-1",
                                     "LOCKSTEP_EXPLORE_MS=99999999999999999999", "LOCKSTEP_EXPLORE_STRATEGY=dfs"}) {
    const Output refused = output_of(command_of(any, variable) + " 2>&1 3>/dev/null");
    EXPECT_TRUE(refused.text.starts_with("found " + variable + "; accepted: ")) << refused.text;
    EXPECT_TRUE(WIFEXITED(refused.status) && WEXITSTATUS(refused.status) == 2) << refused.status;
  }
}

class BuggyTest : public testing::TestWithParam<Program> {};
class CorrectTest : public testing::TestWithParam<Program> {};

TEST_P(BuggyTest, IsFoundWithinAThousandSchedules) {
  std::uint64_t latest = 0;
  for (std::uint64_t seed = 1; seed <= (full() ? 20 : 1); ++seed) {
    const auto report = explore(GetParam(), 1000, seed * 1000);
    ASSERT_TRUE(is_expected(report, GetParam())) << "seed " << seed * 1000;
    latest = std::max(latest, report["finding"]["schedule"].get<std::uint64_t>());
  }
  if (full()) std::printf("| %s | %s | %lu |\n", GetParam().name().c_str(), GetParam().finding.c_str(), latest);
}

TEST_P(BuggyTest, IsFoundAgainByItsReplay) {
  if (!replays(GetParam())) return;
  const auto first = explore(GetParam(), 1000, 1);
  ASSERT_TRUE(is_expected(first, GetParam()));
  const auto again = explore(GetParam(), 1, 1, first["finding"]["replay"]);
  EXPECT_EQ(kind_of(again), kind_of(first));
  EXPECT_EQ(again["finding"]["message"], first["finding"]["message"]);
}

// With LOCKSTEP_CORPUS=full: what schedules that were found at random are made of. The most of 5 seeds.
TEST_P(BuggyTest, IsShownWithNoMorePreemptionsThanItWasFoundWith) {
  if (!full() || !replays(GetParam())) return;
  std::uint64_t from = 0;
  std::uint64_t to = 0;
  std::uint64_t events = 0;
  int reduced = 0;
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    const auto report = explore(GetParam(), 1000, seed, "", "LOCKSTEP_EXPLORE_STRATEGY=random");
    if (!is_expected(report, GetParam()) || !report["finding"].contains("reduction")) continue;
    const auto& reduction = report["finding"]["reduction"];
    ++reduced;
    from = std::max(from, reduction["from"]["preemptions"].get<std::uint64_t>());
    to = std::max(to, reduction["to"]["preemptions"].get<std::uint64_t>());
    events = std::max(events, reduction["to"]["spurious_events"].get<std::uint64_t>());
    EXPECT_LE(reduction["to"]["spurious_events"], reduction["from"]["spurious_events"]) << report.dump(2);
  }
  if (reduced > 0) {
    std::printf("| %s | %s | %lu | %lu | %lu |\n", GetParam().name().c_str(), GetParam().finding.c_str(), from, to,
                events);
  }
}

TEST_P(BuggyTest, IsFoundAlikeInEveryProcessAndOnRealThreads) {
  if (!replays(GetParam())) return;
  const auto fibres = explore(GetParam(), 1000, 7)["finding"];
  for (const char* carrier : {"", "LOCKSTEP_EXPLORE_THREADS=1"}) {
    const auto again = explore(GetParam(), 1000, 7, "", carrier)["finding"];
    EXPECT_EQ(again["replay"], fibres["replay"]) << carrier;
    EXPECT_EQ(again["schedule"], fibres["schedule"]) << carrier;
    EXPECT_EQ(again["trace"], fibres["trace"]) << carrier;
  }
}

TEST_P(CorrectTest, GivesNoAlarm) {
  const auto report = explore(GetParam(), full() ? 10'000 : 500, 1);
  ASSERT_EQ(kind_of(report), "none") << report.dump(2);
  if (full()) {
    std::printf("| %s | none | %lu, %s |\n", GetParam().name().c_str(), report["schedules"].get<std::uint64_t>(),
                report["ended"].get<std::string>().c_str());
  }
}

/// What is right by the C++20 memory model is right whatever its loads read.
TEST_P(CorrectTest, GivesNoAlarmWithWeakMemory) {
  Program program = GetParam();
  program.weak = true;
  const auto report = explore(program, full() ? 10'000 : 500, 2);
  ASSERT_EQ(kind_of(report), "none") << report.dump(2);
}

std::string name_of(const testing::TestParamInfo<Program>& info) { return info.param.name(); }

INSTANTIATE_TEST_SUITE_P(Corpus, BuggyTest, testing::ValuesIn(programs_in("buggy")), name_of);
INSTANTIATE_TEST_SUITE_P(Corpus, CorrectTest, testing::ValuesIn(programs_in("correct")), name_of);

}  // namespace
