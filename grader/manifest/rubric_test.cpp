// docs/term-plan.md: the rubric has each lab, with the points that its checks have.

#include <fmt/core.h>
#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <string>

#include "manifest/hidden_checks.h"
#include "manifest/labs.h"
#include "manifest/manifest.h"
#include "os/file.h"

namespace lockstep::manifest {
namespace {

const std::filesystem::path kCheckout(LOCKSTEP_SOURCE_DIR);

/// The place of a check in the rubric: tests, every schedule, data races, memory, speedup, rules.
std::size_t column_of(const CheckSettings& settings) {
  if (std::holds_alternative<TestsCheck>(settings)) return 0;
  if (std::holds_alternative<ExplorerCheck>(settings)) return 1;
  if (std::holds_alternative<TsanCheck>(settings)) return 2;
  if (std::holds_alternative<AsanCheck>(settings)) return 3;
  return std::holds_alternative<SpeedupCheck>(settings) ? 4 : 5;
}

/// "| 60 | 10 | 10 | 5 | 15 | | 18 |": what follows the lab's name in its row.
std::string points_row(const Manifest& lab) {
  std::array<int, 6> points{};
  int hidden = 0;
  for (const Check& check : lab.checks) (check.hidden ? hidden : points.at(column_of(check.settings))) += check.points;
  std::string row = "|";
  for (const int each : points) row += each == 0 ? " |" : fmt::format(" {} |", each);
  return row + fmt::format(" {} |", hidden);
}

TEST(RubricTest, HasThePointsOfEachLab) {
  const std::string page = os::read_file(kCheckout / "docs/term-plan.md").value();
  const auto labs = list_labs(kCheckout);
  ASSERT_TRUE(labs);
  for (const std::filesystem::path& dir : *labs) {
    auto lab = read_manifest(dir);
    ASSERT_TRUE(lab) << lab.error().message;
    lab = with_hidden_checks(std::move(*lab), kCheckout / "solutions" / dir.filename() / "hidden");
    ASSERT_TRUE(lab) << lab.error().message;
    const auto begin = page.find(fmt::format("\n| {} ", lab->id), page.find("| hidden, on top |"));
    ASSERT_NE(begin, std::string::npos) << "no row for " << lab->name;
    const std::string row = page.substr(begin + 1, page.find('\n', begin + 1) - begin - 1);
    EXPECT_TRUE(row.ends_with(" " + points_row(*lab))) << row << "\nshould end with " << points_row(*lab);
  }
}

}  // namespace
}  // namespace lockstep::manifest
