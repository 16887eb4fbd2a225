#include <fmt/core.h>
#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <string>

#include "cli/command_line.h"
#include "lockstep/strategy.h"
#include "os/file.h"

namespace lockstep::cli {
namespace {

TEST(StrategiesTest, TheHelpOfExploreHasEachWithItsSummary) {
  const std::array argv{"./lab", "explore", "--help"};
  testing::internal::CaptureStdout();
  const auto parsed = parse(static_cast<int>(argv.size()), argv.data());
  const std::string help = testing::internal::GetCapturedStdout();
  ASSERT_TRUE(parsed);
  for (const StrategyRow& row : kStrategies) {
    EXPECT_NE(help.find(fmt::format("{}: ", row.name)), std::string::npos) << row.name << "\n" << help;
  }
}

TEST(StrategiesTest, ThePageOfTheExplorerHasARowForEach) {
  const auto page = os::read_file(std::filesystem::path(LOCKSTEP_SOURCE_DIR) / "docs/explorer.md").value();
  for (const StrategyRow& row : kStrategies) {
    EXPECT_NE(page.find(fmt::format("\n| `{}` |", row.name)), std::string::npos) << row.name;
  }
}

}  // namespace
}  // namespace lockstep::cli
