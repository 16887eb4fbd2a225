#include "report/formats.h"

#include <fmt/core.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace lockstep::report {
namespace {

/// How a person gets a report, as docs/formats/README.md says it.
struct How {
  std::string operator()(const OptionFile& file) const { return fmt::format("`./lab grade NN {} FILE`", file.option); }
  std::string operator()(WorkflowLog) const { return "inside GitHub Actions: standard output"; }
  std::string operator()(const WorkflowFile& file) const {
    return fmt::format("inside GitHub Actions: the file of `{}`", file.variable);
  }
};

TEST(FormatsTest, ThePageOnFormatsHasJustThoseOfTheTable) {
  std::ifstream file(std::filesystem::path(LOCKSTEP_SOURCE_DIR) / "docs/formats/README.md");
  const std::string page(std::istreambuf_iterator<char>(file), {});
  for (const Format& format : formats()) {
    const std::string line = fmt::format("\n| `{}` | {} |", format.name, std::visit(How{}, format.destination));
    EXPECT_NE(page.find(line), std::string::npos) << "lacks: " << line;
  }
  std::size_t rows = 0;
  for (auto at = page.find("\n| `"); at != std::string::npos; at = page.find("\n| `", at + 1)) ++rows;
  EXPECT_EQ(rows, formats().size());
}

TEST(FormatsTest, NamesAndGoldenFilesDiffer) {
  for (const Format& a : formats()) {
    for (const Format& b : formats()) {
      EXPECT_TRUE(&a == &b || (a.name != b.name && a.extension != b.extension)) << a.name;
    }
  }
}

}  // namespace
}  // namespace lockstep::report
