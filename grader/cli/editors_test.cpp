// The settings for VS Code, against what the commands really print.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "cli/end_to_end.h"
#include "cli/in_terminal.h"
#include "os/file.h"

namespace lockstep::cli {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

json settings(const std::string& name) {
  const std::string text = os::read_file(fs::path(LOCKSTEP_SOURCE_DIR) / ".vscode" / name).value_or("");
  json value = json::parse(text, nullptr, false);
  EXPECT_FALSE(value.is_discarded()) << name;
  return value;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream all(text);
  for (std::string line; std::getline(all, line);) lines.push_back(line);
  return lines;
}

/// A problem as an editor lists it.
struct Problem {
  std::string file;
  int line = 0;
  std::string message;
};

/// Takes what one of a matcher's patterns finds in a line.
bool take(const json& pattern, const std::string& line, Problem& problem) {
  std::smatch found;
  if (!std::regex_search(line, found, std::regex(pattern.at("regexp").get<std::string>()))) return false;
  const auto part = [&](const char* what) { return found[pattern.at(what).get<std::size_t>()].str(); };
  if (pattern.contains("file")) problem.file = part("file");
  if (pattern.contains("line")) problem.line = std::stoi(part("line"));
  if (pattern.contains("message")) problem.message = part("message");
  return true;
}

/// As VS Code does it: the patterns of a matcher match lines that follow each other.
std::vector<Problem> problems(const json& task, const std::string& output) {
  std::vector<Problem> all;
  const auto lines = lines_of(output);
  for (const json& matcher : task.at("problemMatcher")) {
    const json& pattern = matcher.at("pattern");
    const json patterns = pattern.is_array() ? pattern : json::array({pattern});
    for (std::size_t i = 0; i + patterns.size() <= lines.size(); ++i) {
      Problem problem;
      bool matches = true;
      for (std::size_t k = 0; matches && k < patterns.size(); ++k) matches = take(patterns[k], lines[i + k], problem);
      if (matches) all.push_back(problem);
    }
  }
  return all;
}

class EditorsTest : public EndToEnd {
 protected:
  ~EditorsTest() override { write(os::read_file(lab_dir() / "original/tiny.cpp").value_or("")); }

  static fs::path lab_dir() { return root() / "labs/01-tiny"; }
  static void write(const std::string& text) { EXPECT_TRUE(os::write_file(lab_dir() / "tiny.cpp", text)); }
  static void write_misbehaving(const std::string& file) {
    write(os::read_file(test_data() / "misbehaving" / (file + ".cpp")).value_or(""));
  }

  static json task(const std::string& label) {
    const json tasks = settings("tasks.json");
    for (const json& each : tasks.at("tasks")) {
      if (each.at("label") == "Lockstep: " + label) return each;
    }
    ADD_FAILURE() << "no task " << label;
    return {};
  }

  /// Runs a task as VS Code would while a file of the lab is open.
  static process::Run run_task(const json& task) {
    std::vector<std::string> words;
    for (std::string word : task.at("args")) {
      words.push_back(word == "${relativeFile}" ? "labs/01-tiny/tiny.cpp" : word);
    }
    return lab(words);
  }
};

TEST_F(EditorsTest, WhatIsDebuggedIsBuiltByATaskThatExists) {
  std::set<std::string> inputs;
  const json tasks = settings("tasks.json");
  for (const json& input : tasks.at("inputs")) inputs.insert("${input:" + input.at("id").get<std::string>() + "}");
  for (const json& each : tasks.at("tasks")) {
    for (const std::string word : each.at("args")) {
      EXPECT_TRUE(!word.starts_with("${input:") || inputs.contains(word)) << word;
    }
  }
  const json launches = settings("launch.json");
  for (const json& launch : launches.at("configurations")) {
    EXPECT_EQ(task(launch.at("preLaunchTask").get<std::string>().substr(10)).at("args")[0], "debug");
    EXPECT_EQ(launch.at("program"), "${workspaceFolder}/build/debug/program");
  }
  EXPECT_TRUE(settings("settings.json").is_object());
  EXPECT_TRUE(settings("extensions.json").at("recommendations").is_array());
}

TEST_F(EditorsTest, AFailedCaseIsAProblemAtItsExpectation) {
  write("#include \"tiny.h\"\nint next(int n) { return n; }\nint answer() { return 41; }\n");
  const json test = task("test the lab of the open file");
  const process::Run run = run_task(test);
  const auto found = problems(test, run.output);
  ASSERT_EQ(found.size(), 2U) << run.output << run.errors;
  EXPECT_EQ(found[0].file, "labs/01-tiny/tests/tiny_test.cpp");
  EXPECT_EQ(found[0].line, 5);
  EXPECT_EQ(found[0].message, "TinyTest.Counts:");
  EXPECT_EQ(found[1].line, 7);
}

TEST_F(EditorsTest, WhatTheCompilerObjectsToIsAProblemOnce) {
  write_misbehaving("does_not_compile");
  const json test = task("test the lab of the open file");
  const process::Run run = run_task(test);
  const auto found = problems(test, run.output);
  ASSERT_EQ(found.size(), 2U) << run.output << run.errors;
  for (const Problem& problem : found) {
    EXPECT_EQ(problem.file, "labs/01-tiny/tiny.cpp");
    EXPECT_EQ(problem.line, 4);
    EXPECT_NE(problem.message, "");
  }
}

TEST_F(EditorsTest, AFindingOfAGradingIsAProblemInTheFoldersFile) {
  write_misbehaving("races");
  const json grade = task("grade the lab of the open file");
  const process::Run run = run_task(grade);
  const auto found = problems(grade, run.output);
  ASSERT_FALSE(found.empty()) << run.output << run.errors;
  EXPECT_EQ(found[0].file, "tiny.cpp");
  EXPECT_GT(found[0].line, 0);
  EXPECT_NE(found[0].message, "");
}

TEST_F(EditorsTest, WhatTheExplorerFindsIsAProblemInTheOpenFile) {
  write("#include <thread>\nint main() {\n  int n = 0;\n  std::jthread other([&n] { n = 1; });\n  return n;\n}\n");
  const json explore = task("explore the open file");
  const process::Run run = run_task(explore);
  const auto found = problems(explore, run.output);
  ASSERT_FALSE(found.empty()) << run.output << run.errors;
  EXPECT_EQ(fs::path(found[0].file).filename(), "tiny.cpp");
  EXPECT_TRUE(found[0].line == 4 || found[0].line == 5) << found[0].line;
}

TEST_F(EditorsTest, ARunOfTheWatchHasABeginningAndAnEnd) {
  write_misbehaving("right");
  const json watch = task("test at each save");
  InTerminal terminal({LOCKSTEP_GRADER, "watch", "01", "--plain"}, environment());
  ASSERT_TRUE(terminal.comes_to_show("q: quit")) << terminal.screen();
  const auto lines = [&] {
    std::string text = terminal.screen();
    std::erase(text, '\r');
    return lines_of(text);
  }();
  for (const char* const what : {"beginsPattern", "endsPattern"}) {
    const std::regex pattern(watch.at("problemMatcher")[0].at("background").at(what).get<std::string>());
    const auto count = std::count_if(lines.begin(), lines.end(),
                                     [&](const std::string& line) { return std::regex_search(line, pattern); });
    EXPECT_EQ(count, 1) << what << '\n' << terminal.screen();
  }
}

}  // namespace
}  // namespace lockstep::cli
