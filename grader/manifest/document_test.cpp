#include "manifest/document.h"

#include <gtest/gtest.h>

namespace lockstep::manifest {
namespace {

TEST(DocumentTest, EntriesStandInTheOrderOfTheFileWithTheirLines) {
  const auto table = parse_document("zebra = 1\n\nant = 'x'\n[cow]\nlegs = 4\n", "a.toml");
  ASSERT_TRUE(table) << table.error().message;
  ASSERT_EQ(table->entries.size(), 3U);
  EXPECT_EQ(table->entries[0].key, "zebra");
  EXPECT_EQ(table->entries[1].key, "ant");
  EXPECT_EQ(table->entries[1].line, 3);
  EXPECT_EQ(table->entries[2].key, "cow");
  EXPECT_EQ(table->entries[2].line, 4);
}

TEST(DocumentTest, EveryKindOfValueIsTold) {
  const auto table = parse_document("a = 'x'\nb = 1\nc = 1.5\nd = true\ne = 2020-01-01\nf = [1]\ng = {}\n", "a.toml");
  ASSERT_TRUE(table) << table.error().message;
  ASSERT_EQ(table->entries.size(), 7U);
  for (std::size_t i = 0; i < 7; ++i) EXPECT_EQ(table->entries[i].value.data.index(), i);
}

TEST(DocumentTest, AnErrorOfSyntaxNamesFileAndLine) {
  const auto table = parse_document("a = 1\nb = = 2\n", "dir/a.toml");
  ASSERT_FALSE(table);
  EXPECT_EQ(table.error().fault, Fault::kInput);
  EXPECT_TRUE(table.error().message.starts_with("dir/a.toml:2: found an error of syntax: ")) << table.error().message;
}

TEST(DocumentTest, TheSameKeyTwiceIsAnError) {
  const auto table = parse_document("a = 1\na = 2\n", "a.toml");
  ASSERT_FALSE(table);
  EXPECT_TRUE(table.error().message.starts_with("a.toml:2: ")) << table.error().message;
}

TEST(DocumentTest, TextThatIsNotUtf8IsAnErrorAndNoCrash) {
  EXPECT_FALSE(parse_document("a = \"\xFF\xFE\"\n", "a.toml"));
  EXPECT_FALSE(parse_document(std::string_view("\0\0", 2), "a.toml"));
}

TEST(DocumentTest, AMissingFileIsTheUsersToMend) {
  const auto table = read_document("/nowhere/lab.toml");
  ASSERT_FALSE(table);
  EXPECT_EQ(table.error().fault, Fault::kInput);
  EXPECT_TRUE(table.error().message.starts_with("/nowhere/lab.toml:1: found no such file")) << table.error().message;
}

}  // namespace
}  // namespace lockstep::manifest
