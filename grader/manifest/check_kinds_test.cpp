#include "manifest/check_kinds.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "lockstep/finding_kind.h"

namespace lockstep::manifest {
namespace {

/// A page of docs/formats, without its line breaks and indentation.
std::string format_page(const std::string& name) {
  std::ifstream file(std::filesystem::path(LOCKSTEP_SOURCE_DIR) / "docs/formats" / name);
  std::string text(std::istreambuf_iterator<char>(file), {});
  EXPECT_FALSE(text.empty()) << name;
  std::string joined;
  std::unique_copy(text.begin(), text.end(), std::back_inserter(joined),
                   [](char a, char b) { return (a == ' ' || a == '\n') && (b == ' ' || b == '\n'); });
  std::replace(joined.begin(), joined.end(), '\n', ' ');
  return joined;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST(CheckKindsTest, TheSchemaOfGradesHasJustTheKindsOfTheTable) {
  const std::string wanted = fmt::format(R"("kind": {{"enum": ["{}"]}})", fmt::join(check_kinds(), R"(", ")"));
  EXPECT_TRUE(has(format_page("grade-1.schema.json"), wanted)) << wanted;
}

TEST(CheckKindsTest, ThePageOnGradesHasJustTheKindsOfTheTable) {
  const std::string wanted = fmt::format("| `checks[].kind` | `{}` |", fmt::join(check_kinds(), "`, `"));
  EXPECT_TRUE(has(format_page("grade-1.md"), wanted)) << wanted;
}

TEST(CheckKindsTest, TheSchemaOfGradesHasJustTheKindsOfFinding) {
  std::string names;
  for (const auto& [kind, name] : kFindingKindNames) names += fmt::format("{}\"{}\"", names.empty() ? "" : ", ", name);
  EXPECT_TRUE(has(format_page("grade-1.schema.json"), fmt::format("\"enum\": [ {} ]", names))) << names;
}

TEST(CheckKindsTest, EachKindHasOneNameAndHiddenKindsAreAmongThem) {
  auto names = check_kinds();
  for (const auto& hidden : hidden_check_kinds()) {
    EXPECT_NE(std::find(names.begin(), names.end(), hidden), names.end()) << hidden;
  }
  std::sort(names.begin(), names.end());
  EXPECT_EQ(std::adjacent_find(names.begin(), names.end()), names.end());
}

}  // namespace
}  // namespace lockstep::manifest
