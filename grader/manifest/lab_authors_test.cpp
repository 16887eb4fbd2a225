// docs/lab-authors.md describes the keys that the readers take, and no others.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "manifest/keys.h"
#include "os/file.h"

namespace lockstep::manifest {
namespace {

/// A row of a table of the page.
struct Row {
  std::string accepted;
  std::string if_left_out;
};

using Place = std::pair<std::string, std::string>;  ///< table as messages name it, key

std::string without_backticks(std::string text) {
  std::erase(text, '`');
  return text;
}

/// The cells of "| a | b | c |".
std::vector<std::string> cells(const std::string& line) {
  std::vector<std::string> all;
  std::istringstream rest(line.substr(1));
  for (std::string cell; std::getline(rest, cell, '|');) {
    const auto first = cell.find_first_not_of(' ');
    all.push_back(first == std::string::npos ? "" : cell.substr(first, cell.find_last_not_of(' ') - first + 1));
  }
  return all;
}

/// All rows that begin with a key, by the heading above them: "#### The lab" is the table "the lab".
std::map<Place, Row> documented_keys() {
  std::map<Place, Row> rows;
  std::istringstream page(os::read_file(std::filesystem::path(LOCKSTEP_SOURCE_DIR) / "docs/lab-authors.md").value());
  std::string table;
  bool of_reference = false;
  for (std::string line; std::getline(page, line);) {
    if (line.starts_with("## ")) of_reference = line == "## Reference";
    if (line.starts_with("#### ")) {
      table = without_backticks(line.substr(5));
      if (table.starts_with("The ")) table.front() = 't';
    }
    if (!of_reference || !line.starts_with("| `")) continue;
    const auto row = cells(line);
    EXPECT_EQ(row.size(), 4U) << line;
    const Place place{table, without_backticks(row[0])};
    EXPECT_FALSE(rows.contains(place)) << "twice: " << line;
    rows[place] = {.accepted = without_backticks(row[1]), .if_left_out = row[2]};
  }
  return rows;
}

std::vector<KeyDoc> all_keys() {
  std::vector<KeyDoc> keys = lab_keys();
  for (const auto& more : {mutant_keys(), attack_keys(), variant_keys(), equivalent_keys(), quiz_keys()})
    keys.insert(keys.end(), more.begin(), more.end());
  return keys;
}

TEST(LabAuthorsTest, EachKeyIsDescribed) {
  const auto rows = documented_keys();
  for (const KeyDoc& key : all_keys())
    EXPECT_TRUE(rows.contains({key.table, key.key})) << key.key << " of " << key.table;
}

TEST(LabAuthorsTest, EachDescribedKeyIsOneThatAReaderTakes) {
  const auto keys = all_keys();
  for (const auto& [place, row] : documented_keys()) {
    const auto& table = place.first;
    const auto& name = place.second;
    const bool is_known =
        std::any_of(keys.begin(), keys.end(), [&](const KeyDoc& key) { return key.table == table && key.key == name; });
    EXPECT_TRUE(is_known) << name << " of " << table;
  }
}

TEST(LabAuthorsTest, WhatIsAcceptedBeginsWithTheReadersWords) {
  auto rows = documented_keys();
  for (const KeyDoc& key : all_keys()) {
    const std::string& accepted = rows[{key.table, key.key}].accepted;
    EXPECT_TRUE(accepted.starts_with(key.accepted))
        << key.key << " of " << key.table << ": \"" << accepted << "\", and the reader accepts " << key.accepted;
  }
}

TEST(LabAuthorsTest, AKeyIsRequiredWhereTheReaderRequiresIt) {
  auto rows = documented_keys();
  for (const KeyDoc& key : all_keys()) {
    const bool is_required = rows[{key.table, key.key}].if_left_out == "required";
    EXPECT_EQ(is_required, key.required) << key.key << " of " << key.table;
  }
}

}  // namespace
}  // namespace lockstep::manifest
