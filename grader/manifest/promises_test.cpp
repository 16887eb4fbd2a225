// solutions/NN-name/promises.md: each promise of a lab has a case that asks for it, and each case with points a
// promise.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "manifest/hidden_checks.h"
#include "manifest/labs.h"
#include "manifest/manifest.h"
#include "os/file.h"

namespace lockstep::manifest {
namespace {

const std::filesystem::path kRoot(LOCKSTEP_SOURCE_DIR);

struct Promise {
  std::string file;  ///< of the lab
  std::string sentence;
  std::set<std::string> asked_by;  ///< cases and checks
};

/// Words alone: without marks of comments and of Markdown, and however its lines are broken.
std::string words_of(const std::string& text) {
  static const std::regex marks(R"((^|\n)[ \t]*///?|///<|[`*]|\\return|\\throw)");
  static const std::regex space(R"(\s+)");
  return std::regex_replace(std::regex_replace(text, marks, " "), space, " ");
}

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(' ');
  return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// The rows below each heading, which names a file.
std::vector<Promise> promises_of(const std::string& page) {
  std::vector<Promise> promises;
  std::istringstream lines(page);
  std::string file;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("## ")) file = line.substr(3);
    if (!line.starts_with("| ") || line.starts_with("| promise |")) continue;
    const auto middle = line.find(" | ");
    Promise& promise = promises.emplace_back();
    promise.file = file;
    promise.sentence = trimmed(words_of(line.substr(2, middle - 2)));
    static const std::regex quoted("`([^`]+)`");
    const std::string names = line.substr(middle);
    for (std::sregex_iterator name(names.begin(), names.end(), quoted), end; name != end; ++name) {
      promise.asked_by.insert((*name)[1]);
    }
  }
  return promises;
}

/// A lab that has such a page, with its hidden checks.
struct PromisingLab {
  Manifest lab;
  std::vector<Promise> promises;
};

std::vector<PromisingLab> promising_labs() {
  std::vector<PromisingLab> labs;
  const auto dirs = list_labs(kRoot).value();
  for (const auto& dir : dirs) {
    const auto solution = kRoot / "solutions" / dir.filename();
    if (!std::filesystem::exists(solution / "promises.md")) continue;
    labs.push_back({.lab = with_hidden_checks(read_manifest(dir).value(), solution / "hidden").value(),
                    .promises = promises_of(os::read_file(solution / "promises.md").value())});
  }
  return labs;
}

TEST(PromisesTest, LabsWithClassesHaveThem) {
  std::set<std::string> names;
  for (const PromisingLab& each : promising_labs()) {
    names.insert(each.lab.name);
    EXPECT_GT(each.promises.size(), 20U) << each.lab.name;
  }
  EXPECT_TRUE(names.contains("03-locks") && names.contains("04-queues"));
}

TEST(PromisesTest, EachStandsInItsFile) {
  for (const PromisingLab& each : promising_labs()) {
    for (const Promise& promise : each.promises) {
      const auto text = os::read_file(each.lab.dir / promise.file);
      ASSERT_TRUE(text) << promise.file << " of " << each.lab.name;
      EXPECT_NE(words_of(*text).find(promise.sentence), std::string::npos) << promise.file << ": " << promise.sentence;
    }
  }
}

TEST(PromisesTest, EachIsAskedForByCasesOrChecksThatThereAre) {
  for (const PromisingLab& each : promising_labs()) {
    std::set<std::string> known;
    for (const Check& check : each.lab.checks) {
      known.insert(check.id);
      for (const TestCase& test : own_cases(check)) known.insert(test.name);
    }
    for (const Promise& promise : each.promises) {
      EXPECT_FALSE(promise.asked_by.empty()) << promise.sentence;
      for (const std::string& name : promise.asked_by) EXPECT_TRUE(known.contains(name)) << name;
    }
  }
}

TEST(PromisesTest, EachCaseWithPointsAsksForOne) {
  for (const PromisingLab& each : promising_labs()) {
    std::set<std::string> asked_by;
    for (const Promise& promise : each.promises) asked_by.insert(promise.asked_by.begin(), promise.asked_by.end());
    for (const Check& check : each.lab.checks) {
      for (const TestCase& test : own_cases(check)) {
        EXPECT_TRUE(test.points == 0 || asked_by.contains(test.name)) << test.name << " asks for no promise";
      }
    }
  }
}

}  // namespace
}  // namespace lockstep::manifest
