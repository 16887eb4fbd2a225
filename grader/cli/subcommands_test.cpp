#include <fmt/core.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <sstream>
#include <string>

#include "cli/command_line.h"
#include "cli/subcommand.h"
#include "os/file.h"

namespace lockstep::cli {
namespace {

std::string file_of_kit(const std::string& name) {
  return os::read_file(std::filesystem::path(LOCKSTEP_SOURCE_DIR) / name).value();
}

/// The lines of a text without the blanks at their beginning, and with one blank for each row of blanks.
std::set<std::string> lines_of(const std::string& text) {
  std::set<std::string> lines;
  std::istringstream all(text);
  for (std::string line; std::getline(all, line);) {
    std::istringstream words(line);
    std::string joined;
    for (std::string word; words >> word;) joined += (joined.empty() ? "" : " ") + word;
    lines.insert(joined);
  }
  return lines;
}

/// The first word after "./lab" in each line that begins so, empty where there is none.
std::set<std::string> subcommands_named(const std::set<std::string>& lines) {
  std::set<std::string> names;
  for (const std::string& line : lines) {
    std::istringstream words(line);
    std::string lab;
    std::string name;
    words >> lab >> name;
    const bool is_option = name.starts_with("-");
    if (lab == "./lab" && !is_option) names.insert(name);
  }
  return names;
}

bool is_subcommand(const std::string& name) {
  const auto rows = subcommands();
  return std::any_of(rows.begin(), rows.end(), [&](const Subcommand& each) { return each.info.name == name; });
}

TEST(SubcommandsTest, TheHelpOfEachHasItsSummaryAndItsExample) {
  for (const Subcommand& each : subcommands()) {
    const std::string name(each.info.name);
    const std::array argv{"./lab", name.c_str(), "--help"};
    testing::internal::CaptureStdout();
    const auto parsed = parse(static_cast<int>(argv.size()), argv.data());
    const std::string text = testing::internal::GetCapturedStdout();
    ASSERT_TRUE(parsed);
    EXPECT_TRUE(std::holds_alternative<HelpShown>(*parsed));
    EXPECT_NE(text.find(each.info.summary), std::string::npos) << text;
    EXPECT_NE(text.find(each.info.example), std::string::npos) << text;
  }
}

TEST(SubcommandsTest, TheExampleOfEachNamesIt) {
  for (const Subcommand& each : subcommands()) {
    const bool is_first = each.info.name == subcommands().front().info.name;
    const std::string start = is_first ? "./lab" : fmt::format("./lab {}", each.info.name);
    EXPECT_TRUE(each.info.example.starts_with(start)) << each.info.example;
  }
}

// The launcher's own help needs nothing to be built, so it cannot ask the table.
TEST(SubcommandsTest, TheLaunchersHelpHasEachWithItsSummaryAndNoOthers) {
  const auto lines = lines_of(file_of_kit("lab"));
  for (const Subcommand& each : subcommands()) {
    const std::string line = fmt::format("{} {}", each.info.example, each.info.summary);
    EXPECT_TRUE(lines.contains(line)) << "lab, its HELP, lacks: " << line;
  }
  for (const std::string& name : subcommands_named(lines)) {
    const bool is_known = is_subcommand(name) || name == "self-test" || name == "Show";  // of the line for ./lab alone
    EXPECT_TRUE(is_known) << "lab, its HELP, has: " << name;
  }
}

TEST(SubcommandsTest, TheReadmeHasEachWithItsSummaryAndNoOthers) {
  const auto lines = lines_of(file_of_kit("README.md"));
  for (const Subcommand& each : subcommands()) {
    const std::string line = fmt::format("{} # {}", each.info.example, each.info.summary);
    EXPECT_TRUE(lines.contains(line)) << "README.md lacks: " << line;
  }
  for (const std::string& name : subcommands_named(lines)) {
    EXPECT_TRUE(is_subcommand(name) || name == "self-test" || name == "#") << "README.md has: " << name;
  }
}

}  // namespace
}  // namespace lockstep::cli
