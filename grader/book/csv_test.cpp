#include "book/csv.h"

#include <gtest/gtest.h>

#include "book/sample_class.h"
#include "os/temp_dir.h"
#include "sheet/csv.h"

namespace lockstep::book {
namespace {

Book sample() {
  const auto dir = os::TempDir::make().value();
  return make_book(read_records(sample_class(dir.path() / "class.db"), "").value(), {}, {});
}

std::vector<std::string> values(const sheet::Row& row) {
  std::vector<std::string> all;
  for (const auto& cell : row.cells) all.push_back(cell.value);
  return all;
}

TEST(BookCsvTest, ARowIsALearnerAndAColumnALab) {
  const auto rows = sheet::read_csv(marks_csv(sample()), ',', "marks.csv").value();
  ASSERT_EQ(rows.size(), 5U);
  EXPECT_EQ(values(rows[0]), (std::vector<std::string>{"learner", "01-primes", "03-locks", "total", "of"}));
  EXPECT_EQ(values(rows[2]), (std::vector<std::string>{"ada", "125", "50", "175", "225"}));
  EXPECT_EQ(values(rows[4]), (std::vector<std::string>{"carol", "", "", "0", "225"})) << "no mark is no 0";
}

TEST(BookCsvTest, ANameIsNoFormula) {
  const std::string csv = marks_csv(sample());
  EXPECT_NE(csv.find("\n\"'=HYPERLINK"), std::string::npos) << csv;
}

TEST(BookCsvTest, EveryAttemptIsARowAndSaysWhetherItCounts) {
  const auto rows = sheet::read_csv(attempts_csv(sample()), ',', "attempts.csv").value();
  ASSERT_EQ(rows.size(), 8U);
  for (const auto& row : rows) EXPECT_EQ(row.cells.size(), 12U) << "line " << row.line;
  EXPECT_EQ(values(rows[2])[7], "no");
  EXPECT_EQ(values(rows[3])[7], "yes");
  EXPECT_EQ(values(rows[3])[10], "attempt 2: 125 of 125");
  EXPECT_EQ(values(rows[3])[3], "2026-10-02T12:00:00Z");
  EXPECT_EQ(values(rows[7])[3], "") << "not known";
}

}  // namespace
}  // namespace lockstep::book
