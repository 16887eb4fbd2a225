#include "report/what_to_read.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <set>

namespace lockstep::report {
namespace {

/// Of kinds that no page explains: the handout's section does, or the message itself.
const std::set<FindingKind> kExplainedElsewhere{FindingKind::kBuild, FindingKind::kForbiddenApi,
                                                FindingKind::kMissingApi, FindingKind::kChangeSize,
                                                FindingKind::kUnwritten};

/// The anchor of a heading, as GitHub makes it.
std::string anchor(std::string_view heading) {
  std::string text;
  for (const char letter : heading) {
    if (letter == ' ') text += '-';
    if (std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '-') {
      text += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    }
  }
  return text;
}

std::set<std::string> anchors_of(const std::filesystem::path& page) {
  std::set<std::string> anchors;
  std::ifstream file(page);
  for (std::string line; std::getline(file, line);) {
    const auto words = line.find_first_not_of('#');
    if (words != 0 && words < line.size() && line[words] == ' ') anchors.insert(anchor(line.substr(words + 1)));
  }
  return anchors;
}

TEST(WhatToReadTest, EachKindHasARowAndAPageUnlessAnotherTextExplainsIt) {
  for (const auto& [kind, spelling] : kFindingKindNames) {
    const auto rows = reading_table();
    EXPECT_EQ(std::count_if(rows.begin(), rows.end(), [&k = kind](const ReadingRow& row) { return row.kind == k; }), 1)
        << spelling;
    EXPECT_EQ(page_about(kind, true).empty(), kExplainedElsewhere.contains(kind)) << spelling;
  }
}

TEST(WhatToReadTest, EachPageIsThereAndHasTheHeading) {
  for (const ReadingRow& row : reading_table()) {
    if (row.page.empty()) continue;
    const auto hash = std::min(row.page.find('#'), row.page.size());
    const auto page = std::filesystem::path(LOCKSTEP_SOURCE_DIR) / row.page.substr(0, hash);
    ASSERT_TRUE(std::filesystem::is_regular_file(page)) << page;
    if (hash == row.page.size()) continue;
    EXPECT_TRUE(anchors_of(page).contains(std::string(row.page.substr(hash + 1)))) << row.page;
  }
}

TEST(WhatToReadTest, TheHandoutsSectionComesFirst) {
  Finding race;
  race.kind = FindingKind::kDataRace;
  EXPECT_EQ(what_to_read(race), "docs/concepts/data-race.md");
  race.read = "README.md#part-1";
  EXPECT_EQ(what_to_read(race), "README.md#part-1, docs/concepts/data-race.md");
}

TEST(WhatToReadTest, AnOlderValueThatWasReadPointsToMemoryOrders) {
  Finding wrong;
  wrong.kind = FindingKind::kAssertion;
  wrong.steps = {{.number = 1, .thread = "a", .what = "store"},
                 {.number = 2, .thread = "b", .what = "load", .stale = true}};
  EXPECT_EQ(what_to_read(wrong), "docs/concepts/race-condition.md, docs/concepts/memory-orders.md");
  EXPECT_EQ(pages_about(FindingKind::kBuild, wrong.steps), "docs/concepts/memory-orders.md") << "a kind without a page";
}

TEST(WhatToReadTest, AWrongValueIsCalledARaceOnlyWhereAnInterleavingShowsIt) {
  Finding wrong;
  wrong.kind = FindingKind::kAssertion;
  EXPECT_EQ(what_to_read(wrong), "");
  wrong.schedule = 3;
  EXPECT_EQ(what_to_read(wrong), "docs/concepts/race-condition.md");
}

}  // namespace
}  // namespace lockstep::report
