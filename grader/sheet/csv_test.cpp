#include "sheet/csv.h"

#include <gtest/gtest.h>

namespace lockstep::sheet {
namespace {

std::vector<std::vector<std::string>> values(std::string_view text, char separator = ',') {
  std::vector<std::vector<std::string>> all;
  const auto rows = read_csv(text, separator, "x.csv");
  EXPECT_TRUE(rows) << rows.error().message;
  for (const Row& row : *rows) {
    all.emplace_back();
    for (const Cell& cell : row.cells) all.back().push_back(cell.value);
  }
  return all;
}

using Table = std::vector<std::vector<std::string>>;

TEST(CsvTest, ReadsCellsRowsAndBothLineEnds) {
  EXPECT_EQ(values("a,b\r\n1,\n"), (Table{{"a", "b"}, {"1", ""}}));
  EXPECT_EQ(values("a,b"), (Table{{"a", "b"}}));
  EXPECT_EQ(values("a\n\nb\n"), (Table{{"a"}, {""}, {"b"}}));
  EXPECT_EQ(values(""), Table{});
}

TEST(CsvTest, AQuotedCellMayHoldSeparatorsLinesAndQuotationMarks) {
  EXPECT_EQ(values("\"Doe, \"\"J\"\"\",\"a\r\nb\",x\n"), (Table{{"Doe, \"J\"", "a\r\nb", "x"}}));
  EXPECT_EQ(values("5\" disk,x\n"), (Table{{"5\" disk", "x"}})) << "a quotation mark inside is a character";
}

TEST(CsvTest, ARowKnowsItsLine) {
  const auto rows = read_csv("a\n\"b\nc\"\nd\n", ',', "x.csv");
  ASSERT_TRUE(rows);
  EXPECT_EQ((*rows)[1].line, 2);
  EXPECT_EQ((*rows)[2].line, 4);
}

TEST(CsvTest, TheByteOrderMarkIsNoPartOfTheFirstCell) { EXPECT_EQ(values("\xEF\xBB\xBFid\n"), (Table{{"id"}})); }

TEST(CsvTest, WhatIsNoCsvIsRefusedWithItsLine) {
  for (const auto& [text, said] : std::vector<std::pair<std::string, std::string>>{
           {"a\nb,\"c", "x.csv:2: found a quotation mark that is not closed"},
           {"a\n\"b\"c\n", "x.csv:2: found text after the quotation mark"},
           {"\xFF\xFE"
            "a",
            "x.csv:1: found text in UTF-16"},
           {std::string("a\0b", 3), "x.csv:1: found bytes that are no text"}}) {
    const auto rows = read_csv(text, ',', "x.csv");
    ASSERT_FALSE(rows) << text;
    EXPECT_TRUE(rows.error().message.starts_with(said)) << rows.error().message;
    EXPECT_EQ(rows.error().fault, Fault::kInput);
  }
}

TEST(CsvTest, TheSeparatorIsTheOneThatMakesEvenRows) {
  EXPECT_EQ(separator_of("a,b\n1,2\n"), ',');
  EXPECT_EQ(separator_of("a;b\n1,5;2\n"), ';');
  EXPECT_EQ(separator_of("a,b;c\n1,2\n"), ',');
  EXPECT_EQ(separator_of("a\n"), ',');
}

TEST(CsvTest, AChangeTouchesNothingElse) {
  const std::string text =
      "\xEF\xBB\xBF"
      "a, b ,\"c\"\r\n1,2,\"3\"\n\r\n";
  const auto rows = read_csv(text, ',', "x.csv");
  ASSERT_TRUE(rows);
  EXPECT_EQ(with_changes(text, {}), text);
  const std::vector<Change> changes{{.cell = &(*rows)[1].cells[2], .value = "9.5"},
                                    {.cell = &(*rows)[1].cells[1], .value = "8"}};
  EXPECT_EQ(with_changes(text, changes),
            "\xEF\xBB\xBF"
            "a, b ,\"c\"\r\n1,8,\"9.5\"\n\r\n");
}

TEST(CsvTest, WhatALearnerNamedThemselfIsNoFormula) {
  EXPECT_EQ(cell_text("=cmd|' /C calc'!A0"), "'=cmd|' /C calc'!A0");
  EXPECT_EQ(cell_text("+1"), "'+1");
  EXPECT_EQ(cell_text("-1"), "'-1");
  EXPECT_EQ(cell_text("@SUM(A1)"), "'@SUM(A1)");
  EXPECT_EQ(cell_text("  =1"), "'  =1") << "not hidden by blanks";
  EXPECT_TRUE(cell_text("	=1").starts_with("'"));
  EXPECT_EQ(cell_text("＝1"), "'＝1") << "the wide form";
  EXPECT_EQ(cell_text("x=1"), "x=1");
}

TEST(CsvTest, AWrittenCellReadsBackAsOneCell) {
  for (const std::string text : {"plain", "a,b", "a;b", "say \"hi\"", "two\nlines", "\x1b[2Jx", " blank", ""}) {
    const auto rows = read_csv(cell_text(text) + ",end\n", ',', "x.csv");
    ASSERT_TRUE(rows) << text;
    ASSERT_EQ(rows->size(), 1U) << text;
    EXPECT_EQ((*rows)[0].cells.size(), 2U) << text;
  }
}

}  // namespace
}  // namespace lockstep::sheet
