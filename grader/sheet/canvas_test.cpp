#include <gtest/gtest.h>

#include "sheet/fill_fixture.h"

namespace lockstep::sheet {
namespace {

const std::string kExport =
    "\xEF\xBB\xBF"
    "Student,ID,SIS User ID,SIS Login ID,Section,Primes (11),\"Locks, and more (12)\",Current Score\r\n"
    ",,,,,Manual Posting,,\r\n"
    "    Points Possible,,,,,100.00,20.00,(read only)\r\n"
    "\"Lovelace, Ada\",501,s1,ada,\"CS 1, Monday\",7, ,50\r\n"
    "\"Byron, \"\"Lord\"\"\",502,s2,bob,CS 1,EX,,\r\n"
    "\"Student, Test\",599,,0f2a,CS 1,,,\r\n";

Assignment primes() { return {.lab = "01-primes", .column = "Primes", .worth = 100, .points = {{"ada", 82.5}}}; }

Result<Filled> canvas(const Assignment& assignment, std::string_view text = kExport, std::string_view key = "") {
  return fill_canvas({.text = text, .file = "export.csv", .key = key}, assignment);
}

TEST(CanvasTest, OnlyTheGradeCellsOfTheAssignmentChange) {
  const auto filled = canvas(primes());
  ASSERT_TRUE(filled) << message(filled);
  EXPECT_EQ(filled->text, replaced(kExport, ",7, ,50", ",82.5, ,50"));
  EXPECT_EQ(filled->filled, 1);
  EXPECT_EQ(filled->replaced, 1);
}

TEST(CanvasTest, WithoutMarksTheSheetComesBackByteForByte) {
  Assignment none = primes();
  none.points = {{"ada", std::nullopt}};
  EXPECT_EQ(canvas(none)->text, kExport);
  none.points = {{"ada", 7.0}};
  EXPECT_EQ(canvas(none)->text, kExport) << "7 is not written as another 7";
}

TEST(CanvasTest, ALearnerIsFoundByAnyOfTheIdsAndNeverByPartOfOne) {
  for (const char* name : {"501", "s1", "ada"}) {
    Assignment assignment = primes();
    assignment.points = {{name, 9}};
    EXPECT_EQ(canvas(assignment)->filled, 1) << name;
  }
  for (const char* name : {"Ada", "50", "Lovelace, Ada", "ada@example.org"}) {
    Assignment assignment = primes();
    assignment.points = {{name, 9}};
    const auto filled = canvas(assignment);
    EXPECT_EQ(filled->text, kExport) << name;
    EXPECT_EQ(filled->only_in_book, std::vector<std::string>{name});
  }
}

TEST(CanvasTest, TheColumnOfTheNamesMayBeSaid) {
  Assignment assignment = primes();
  assignment.points = {{"Lovelace, Ada", 9}};
  EXPECT_EQ(canvas(assignment, kExport, "Student")->filled, 1);
  EXPECT_NE(
      message(canvas(assignment, kExport, "Name")).find("found no column \"Name\"; accepted: \"Student\", \"ID\""),
      std::string::npos);
}

TEST(CanvasTest, LearnersOfOneSideOnlyAreTold) {
  Assignment assignment = primes();
  assignment.points = {{"ada", 9}, {"eve", 3}, {"dropped-out", std::nullopt}};
  const auto filled = canvas(assignment);
  EXPECT_EQ(filled->only_in_sheet, (std::vector<std::string>{"Byron, \"Lord\"", "Student, Test"}));
  EXPECT_EQ(filled->only_in_book, std::vector<std::string>{"eve"});
}

TEST(CanvasTest, WhoIsExcusedStaysExcused) {
  Assignment assignment = primes();
  assignment.points = {{"bob", 9}};
  const auto filled = canvas(assignment);
  EXPECT_EQ(filled->text, kExport);
  EXPECT_EQ(filled->left_alone, std::vector<std::string>{"bob: excused (EX) in the sheet"});
}

TEST(CanvasTest, ANameOfTwoRowsIsFilledInNeither) {
  Assignment assignment = primes();
  assignment.points = {{"501", 9}};
  const std::string text = replaced(kExport, "502,s2", "502,501");
  const auto filled = canvas(assignment, text);
  EXPECT_EQ(filled->text, text);
  EXPECT_EQ(filled->left_alone, std::vector<std::string>{"501: 2 rows have this name"});
}

TEST(CanvasTest, ARowOfTwoLearnersIsNotFilled) {
  Assignment assignment = primes();
  assignment.points = {{"501", 9}, {"ada", 8}};
  const auto filled = canvas(assignment);
  EXPECT_EQ(filled->text, kExport);
  EXPECT_EQ(filled->left_alone.size(), 2U);
}

TEST(CanvasTest, AQuotedCellKeepsItsMarks) {
  const std::string text = replaced(kExport, "Monday\",7", "Monday\",\"7\"");
  EXPECT_EQ(canvas(primes(), text)->text, replaced(text, "\"7\"", "\"82.5\""));
}

TEST(CanvasTest, ATitleMayHaveItsNumberAndMustBeWhole) {
  Assignment locks = primes();
  locks.worth = 20;
  for (const char* title : {"Locks, and more", "Locks, and more (12)"}) {
    locks.column = title;
    EXPECT_EQ(canvas(locks)->filled, 1) << title;
  }
  locks.column = "Locks";
  const std::string said = message(canvas(locks));
  EXPECT_NE(said.find("export.csv:1: found no column titled \"Locks\" for 01-primes"), std::string::npos) << said;
  EXPECT_NE(said.find("\"Locks, and more (12)\""), std::string::npos) << said;
}

TEST(CanvasTest, OfTwoColumnsOfOneTitleTheNumberDecides) {
  const std::string text = replaced(kExport, "\"Locks, and more (12)\"", "Primes (12)");
  EXPECT_NE(message(canvas(primes(), text)).find("found several columns titled \"Primes\""), std::string::npos);
  Assignment assignment = primes();
  assignment.column = "Primes (11)";
  EXPECT_EQ(canvas(assignment, text)->filled, 1);
}

TEST(CanvasTest, AColumnOfOtherPointsIsRefused) {
  Assignment assignment = primes();
  assignment.worth = 50;
  const std::string said = message(canvas(assignment));
  EXPECT_NE(said.find("export.csv:3: found 100 points possible; 01-primes is worth 50 here. Set worth = 100"),
            std::string::npos)
      << said;
}

TEST(CanvasTest, AColumnThatCanvasCalculatesIsRefused) {
  Assignment assignment = primes();
  assignment.column = "Current Score";
  EXPECT_NE(message(canvas(assignment)).find("does not import"), std::string::npos);
}

TEST(CanvasTest, SemicolonsAndSeparateNamesAreRead) {
  const std::string text =
      "LastName;FirstName;ID;Section;Primes (11)\nPoints Possible;;;;100,0\nLovelace;Ada;501;CS;1,5\n";
  Assignment assignment = primes();
  assignment.points = {{"501", 9.25}};
  const auto filled = canvas(assignment, text);
  ASSERT_TRUE(filled) << message(filled);
  EXPECT_EQ(filled->text, replaced(text, "1,5", "9.25"));
}

TEST(CanvasTest, AnotherSheetIsRefused) {
  EXPECT_NE(message(canvas(primes(), "name,mark\nada,1\n")).find("found no header of Canvas's"), std::string::npos);
  EXPECT_NE(message(canvas(primes(), "")).find("found no header of Canvas's"), std::string::npos);
}

}  // namespace
}  // namespace lockstep::sheet
