#include "manifest/keys.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "manifest/temporary_lab.h"

namespace lockstep::manifest {
namespace {

/// The keys of one table.
std::set<std::string> of_table(const std::vector<KeyDoc>& keys, std::string_view table) {
  std::set<std::string> names;
  for (const KeyDoc& doc : keys) {
    if (doc.table == table) names.insert(doc.key);
  }
  return names;
}

KeyDoc find(const std::vector<KeyDoc>& keys, std::string_view table, std::string_view key) {
  const auto found =
      std::find_if(keys.begin(), keys.end(), [&](const KeyDoc& doc) { return doc.table == table && doc.key == key; });
  return found == keys.end() ? KeyDoc{} : *found;
}

TEST(KeysTest, ALabHasTheKeysThatItsReaderAsksFor) {
  const auto keys = lab_keys();
  EXPECT_EQ(of_table(keys, "the lab"),
            (std::set<std::string>{"title", "concepts", "chapter", "minutes", "points", "share_after_severe", "submit",
                                   "imports", "comparison", "pictures", "check"}));
  EXPECT_EQ(of_table(keys, "[[check]]"), (std::set<std::string>{"id", "kind", "title", "points", "read", "limits"}));
  EXPECT_EQ(of_table(keys, "limits of [[check]]"),
            (std::set<std::string>{"wall_s", "cpu_s", "memory_mb", "processes", "open_files", "output_kb"}));
  EXPECT_EQ(
      of_table(keys, "[[check]] of kind explorer"),
      (std::set<std::string>{"program", "cases", "schedules", "budgets", "seconds", "deterministic", "every_line"}));
  EXPECT_EQ(of_table(keys, "predicted of [[check]] of kind speedup"),
            (std::set<std::string>{"program", "cores", "speedup"}));
}

TEST(KeysTest, AKeyHasItsRangeAndWhetherItMayBeLeftOut) {
  const auto keys = lab_keys();
  const KeyDoc minutes = find(keys, "the lab", "minutes");
  EXPECT_EQ(minutes.accepted, "an integer from 1 to 10000");
  EXPECT_TRUE(minutes.required);
  EXPECT_FALSE(find(keys, "[[check]]", "read").required);
  EXPECT_NE(find(keys, "[[check]]", "kind").accepted.find("\"explorer\""), std::string::npos);
}

TEST(KeysTest, MutantAndVariantHaveTheirs) {
  EXPECT_EQ(of_table(mutant_keys(), "the mutant"),
            (std::set<std::string>{"why", "base", "check", "finding", "case", "large"}));
  EXPECT_EQ(of_table(variant_keys(), "the variant"), std::set<std::string>{"why"});
}

}  // namespace
}  // namespace lockstep::manifest
