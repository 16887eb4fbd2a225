#include "course/course.h"

#include <fmt/core.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include "course/moment.h"
#include "os/file.h"
#include "os/temp_dir.h"

namespace lockstep::course {
namespace {

const std::vector<std::string> kLabs{"01-primes", "03-locks"};

class CourseTest : public testing::Test {
 protected:
  Result<Course> read(std::string_view text) {
    EXPECT_TRUE(os::write_file(file(), text));
    return read_course(file(), kLabs);
  }
  std::string message(std::string_view text) {
    const auto course = read(text);
    return course ? "no mistake" : course.error().message;
  }
  [[nodiscard]] std::filesystem::path file() const { return dir_.path() / "course.toml"; }

 private:
  os::TempDir dir_ = os::TempDir::make().value();
};

TEST_F(CourseTest, AWholeFileIsRead) {
  const auto course = read(R"toml(counts = "last"
drop_lowest = 1
[late]
points_per_day = 7.5
grace_minutes = 15
[[lab]]
name = "01-primes"
[[lab]]
name = "03-locks"
due = 2026-10-01T23:59:00+02:00
last = 2026-10-08T23:59:00+02:00
worth = 20
column = "Locks (12)"
[[extension]]
learner = "ada"
lab = "03-locks"
due = 2026-10-03T12:00:00Z
)toml");
  ASSERT_TRUE(course) << course.error().message;
  EXPECT_EQ(course->counts, Counts::kLast);
  EXPECT_EQ(course->drop_lowest, 1);
  EXPECT_EQ(course->late.points_per_day, 7.5);
  EXPECT_EQ(course->late.grace, std::chrono::minutes(15));
  ASSERT_EQ(course->labs.size(), 2U);
  EXPECT_FALSE(course->labs[0].due);
  EXPECT_EQ(course->labs[1].due, read_moment("2026-10-01T21:59:00Z"));
  EXPECT_EQ(course->labs[1].last, read_moment("2026-10-08T21:59:00Z"));
  EXPECT_EQ(course->labs[1].worth, 20);
  EXPECT_EQ(course->labs[1].column, "Locks (12)");
  ASSERT_EQ(course->extensions.size(), 1U);
  EXPECT_EQ(course->extensions[0].due, read_moment("2026-10-03T12:00:00Z"));
}

TEST_F(CourseTest, WhatIsLeftOutIsBestOfAllAndNothingForLateness) {
  const auto course = read("[[lab]]\nname = \"01-primes\"\n");
  ASSERT_TRUE(course);
  EXPECT_EQ(course->counts, Counts::kBest);
  EXPECT_EQ(course->late.points_per_day, 0);
  EXPECT_EQ(course->drop_lowest, 0);
}

TEST_F(CourseTest, EveryMistakeIsReportedWithItsLineAndWhatIsAccepted) {
  const std::string text = message(R"(counts = "median"
[late]
points_per_day = 0
graceminutes = 5
[[lab]]
name = "3-locks"
due = "2026-10-01"
[[lab]]
name = "01-primes"
due = 2026-10-01T23:59:00
worth = -1
)");
  const std::string path = file().string();
  const std::string expected =
      path + ":1: found counts = \"median\" in the course; accepted: \"best\", \"last\", \"first\"\n" + path +
      ":3: found points_per_day = 0 in late of the course; accepted: a number above 0 and up to 10000\n" + path +
      ":4: found unknown key graceminutes in late of the course (did you mean \"grace_minutes\"?); accepted: "
      "points_per_day, grace_minutes\n" +
      path +
      ":6: found name = \"3-locks\" in [[lab]] (did you mean \"03-locks\"?); accepted: \"01-primes\", \"03-locks\"\n" +
      path +
      ":7: found due = \"2026-10-01\" in [[lab]]; accepted: a time with its zone, without quotation marks: "
      "2026-10-01T23:59:00+02:00\n" +
      path +
      ":10: found due = a date or time without a zone in [[lab]]; accepted: a time with its zone, without quotation "
      "marks: 2026-10-01T23:59:00+02:00\n" +
      path + ":11: found worth = -1 in [[lab]]; accepted: a number above 0 and up to 10000";
  EXPECT_EQ(text, expected);
}

TEST_F(CourseTest, ATimeThatCannotBeIsAnErrorOfSyntax) {
  EXPECT_NE(message("[[lab]]\nname = \"01-primes\"\ndue = 2026-02-30T00:00:00Z\n").find(":3: found an error of syntax"),
            std::string::npos);
}

TEST_F(CourseTest, TheLastDateIsNotBeforeTheDueTime) {
  EXPECT_NE(message("[[lab]]\nname = \"01-primes\"\ndue = 2026-10-02T00:00:00Z\nlast = 2026-10-01T00:00:00Z\n")
                .find(":4: found last before due;"),
            std::string::npos);
  EXPECT_NE(message("[[lab]]\nname = \"01-primes\"\nlast = 2026-10-01T00:00:00Z\n").find(":3: found last without due;"),
            std::string::npos);
}

TEST_F(CourseTest, ALabOrAnExtensionIsThereOnce) {
  const std::string text = message(R"([[lab]]
name = "03-locks"
due = 2026-10-01T00:00:00Z
[[lab]]
name = "03-locks"
[[extension]]
learner = "ada"
lab = "03-locks"
due = 2026-10-02T00:00:00Z
[[extension]]
learner = "ada"
lab = "03-locks"
due = 2026-10-03T00:00:00Z
)");
  EXPECT_NE(text.find(":5: found 03-locks a second time;"), std::string::npos) << text;
  EXPECT_NE(text.find(":11: found \"ada\" a second time for 03-locks;"), std::string::npos) << text;
}

TEST_F(CourseTest, AnExtensionIsOfALabWithADueTimeAndAfterIt) {
  const std::string text = message(R"([[lab]]
name = "01-primes"
[[lab]]
name = "03-locks"
due = 2026-10-01T00:00:00Z
[[extension]]
learner = "ada"
lab = "01-primes"
due = 2026-10-02T00:00:00Z
[[extension]]
learner = "bob"
lab = "03-locks"
due = 2026-09-30T00:00:00Z
)");
  EXPECT_NE(text.find(":8: found an extension of 01-primes, which has no due time;"), std::string::npos) << text;
  EXPECT_NE(text.find(":13: found an extension that is not after the lab's due time;"), std::string::npos) << text;
}

TEST_F(CourseTest, AMissingFileSaysSo) {
  const auto course = read_course(file().string() + ".none", kLabs);
  ASSERT_FALSE(course);
  EXPECT_EQ(course.error().fault, Fault::kInput);
  EXPECT_NE(course.error().message.find("no such file"), std::string::npos);
}

/// The rows `| key | accepted | if left out |` of docs/marks.md: as the file has them, by table and key.
std::set<std::string> documented_rows() {
  std::set<std::string> rows;
  std::istringstream page(os::read_file(std::filesystem::path(LOCKSTEP_SOURCE_DIR) / "docs/marks.md").value());
  std::string table;
  for (std::string line; std::getline(page, line);) {
    std::erase(line, '`');
    if (line.starts_with("#### ")) {
      table = line.substr(5);
      if (table.starts_with("The ")) table.front() = 't';
    }
    if (!table.empty() && line.starts_with("| ") && !line.starts_with("| key"))
      rows.insert(fmt::format("{} {}", table, line));
  }
  return rows;
}

// Each row begins so: | key | what the reader accepts
TEST(MarksPageTest, EachKeyIsDescribedInTheReadersWordsAndNoOthers) {
  const auto rows = documented_rows();
  const auto keys = course_keys();
  EXPECT_EQ(rows.size(), keys.size());
  for (const auto& key : keys) {
    std::string accepted = key.accepted;
    if (key.key == "name" || (key.key == "lab" && key.table == "[[extension]]")) accepted = "the name of a lab";
    const std::string start = key.table + " | " + key.key + " | " + accepted;
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const auto& each) { return each.starts_with(start); });
    ASSERT_NE(row, rows.end()) << start;
    EXPECT_EQ(row->find("| required |") != std::string::npos, key.required) << *row;
  }
}

}  // namespace
}  // namespace lockstep::course
