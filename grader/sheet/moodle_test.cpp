#include <gtest/gtest.h>

#include "sheet/fill_fixture.h"

namespace lockstep::sheet {
namespace {

const std::string kWorksheet =
    "Identifier,\"Full name\",\"ID number\",\"Email address\",Status,Grade,\"Maximum Grade\",\"Grade can be changed\","
    "\"Last modified (submission)\",\"Last modified (grade)\",\"Feedback comments\"\n"
    "\"Participant 1234\",\"Ada Lovelace\",s1,ada@example.org,\"Submitted for grading - \",,100.00,Yes,\"Thursday, 1 "
    "October 2026, 9:00 PM\",-,\"Well, \"\"done\"\"\nonce\"\n"
    "\"Participant 12345\",\"=HYPERLINK(\"\"x\"\")\",,bob@example.org,\"No submission - \",3.00,100.00,No,-,-,\n";

Assignment primes_of(const std::string& learner) {
  return {.lab = "01-primes", .column = "", .worth = 100, .points = {{learner, 82.5}}};
}

Result<Filled> moodle(const Assignment& assignment, std::string_view text = kWorksheet, std::string_view key = "") {
  return fill_moodle({.text = text, .file = "sheet.csv", .key = key}, assignment);
}

TEST(MoodleTest, OnlyTheGradeChangesAndALearnerIsFoundByAnyId) {
  for (const char* name : {"1234", "Participant 1234", "s1", "ada@example.org"}) {
    const auto filled = moodle(primes_of(name));
    ASSERT_TRUE(filled) << message(filled);
    EXPECT_EQ(filled->text, replaced(kWorksheet, "grading - \",,", "grading - \",82.5,")) << name;
    EXPECT_EQ(filled->only_in_sheet, std::vector<std::string>{"Participant 12345"});
  }
}

TEST(MoodleTest, ANumberIsNotFoundInALongerOne) {
  const auto filled = moodle(primes_of("234"));
  EXPECT_EQ(filled->text, kWorksheet);
  EXPECT_EQ(filled->only_in_book, std::vector<std::string>{"234"});
}

TEST(MoodleTest, AGradeThatMoodleHasClosedIsLeftAlone) {
  const auto filled = moodle(primes_of("12345"));
  EXPECT_EQ(filled->text, kWorksheet);
  EXPECT_EQ(filled->left_alone.size(), 1U);
}

TEST(MoodleTest, ASheetInAnotherLanguageIsReadByTheTitlesThatAreSaid) {
  const std::string text = "ID,Bewertung,Zuletzt geändert (Bewertung)\nTeilnehmer/in1234,,-\n";
  EXPECT_NE(message(moodle(primes_of("1234"), text)).find("found no column \"Identifier\""), std::string::npos);
  EXPECT_NE(message(moodle(primes_of("1234"), text)).find("\"Bewertung\""), std::string::npos);
  Assignment assignment = primes_of("Teilnehmer/in1234");
  assignment.column = "Bewertung";
  const auto filled = moodle(assignment, text, "ID");
  ASSERT_TRUE(filled) << message(filled);
  EXPECT_EQ(filled->text, replaced(text, "1234,,", "1234,82.5,"));
  assignment.points = {{"1234", 82.5}};
  EXPECT_EQ(moodle(assignment, text, "ID")->filled, 1) << "the number at the end is the participant's";
}

TEST(MoodleTest, AnotherMaximumIsRefused) {
  Assignment assignment = primes_of("1234");
  assignment.worth = 20;
  EXPECT_NE(message(moodle(assignment)).find("sheet.csv:2: found a maximum grade of 100; 01-primes is worth 20 here"),
            std::string::npos)
      << message(moodle(assignment));
}

TEST(MoodleTest, NothingIsNoWorksheet) {
  EXPECT_NE(message(moodle(primes_of("1"), "")).find("found nothing"), std::string::npos);
}

}  // namespace
}  // namespace lockstep::sheet
