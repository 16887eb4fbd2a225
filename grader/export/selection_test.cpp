#include "export/selection.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "manifest/folder.h"
#include "os/file.h"

namespace lockstep::exported {
namespace {

namespace fs = std::filesystem;

TEST(SelectionTest, TheKitIsWhatGradesAndNoMore) {
  for (const char* path : {"lab", "CMakeLists.txt", "LICENSE", "grader/os/file.cpp", "grader/kit/test_main.cpp",
                           "grader/doctor/planted/race.cpp", "grader/cli/run_test.cpp"}) {
    EXPECT_TRUE(is_of_kit(path)) << path;
  }
  for (const char* path :
       {"README.md", "labs/01-primes/lab.toml", "solutions/01-primes/concurrent.cpp", ".git/config", "build/x",
        "grader/os/file_test.cpp", "grader/integrity/testdata/attacks/a.cpp", "grader/explorer/corpus/buggy/a.cpp",
        "grader/cli/lab_template/solution/x.cpp", "grader/concepts/page_blocks.cpp",
        "grader/export/platforms/vpl/README.md", "grader/os/.file.cpp.swp", "grader/os/file.cpp~", "graders/x"}) {
    EXPECT_FALSE(is_of_kit(path)) << path;
  }
}

TEST(SelectionTest, ABuildsAndAnEditorsFilesAreNoneOfALab) {
  for (const char* path : {"lab.toml", "tests/primes_test.cpp", "original/concurrent.cpp", "hints/01-1.md"}) {
    EXPECT_TRUE(is_of_lab(path)) << path;
  }
  for (const char* path : {"build/CMakeCache.txt", "build-debug/x", ".cache/index", "concurrent.cpp~", "a.part",
                           "tests/.git/config", ""}) {
    EXPECT_FALSE(is_of_lab(path)) << path;
  }
}

/// The words behind SOURCES of a part, or those that a file includes, as far as they are files of the grader.
std::vector<std::string> files_named_in(const fs::path& file) {
  const fs::path root(LOCKSTEP_SOURCE_DIR);
  std::string text = os::read_file(root / "grader" / file).value();
  std::vector<std::string> named;
  if (file.filename() == "CMakeLists.txt") {
    const auto begin = text.find("SOURCES ");
    if (begin == std::string::npos || !text.starts_with("lockstep_part(")) return {};
    std::istringstream words(text.substr(begin + 8, text.find("\n  TESTS") - begin - 8));
    for (std::string word; words >> word && word != "USES";) {
      if (word.ends_with(".cpp")) named.push_back((file.parent_path() / word).lexically_normal());
    }
    return named;
  }
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("#include \"")) named.push_back(line.substr(10, line.rfind('"') - 10));
  }
  return named;
}

// A file that is compiled and that is left out would break every export.
TEST(SelectionTest, WhatTheKitCompilesAndIncludesIsOfTheKit) {
  const fs::path root(LOCKSTEP_SOURCE_DIR);
  std::size_t seen = 0;
  for (const fs::path& file : manifest::files_below(root / "grader")) {
    const std::string name = file.filename();
    const bool is_read = name == "CMakeLists.txt" || name.ends_with(".cpp") || name.ends_with(".h");
    if (!is_read || !is_of_kit("grader/" + file.string())) continue;
    for (const std::string& named : files_named_in(file)) {
      if (!fs::exists(root / "grader" / named)) continue;
      EXPECT_TRUE(is_of_kit("grader/" + named)) << file << " needs " << named;
      ++seen;
    }
  }
  EXPECT_GT(seen, 1000U);
}

TEST(SelectionTest, ThePagesForLearnersAreThere) {
  for (const auto page : learners_pages()) EXPECT_TRUE(fs::exists(fs::path(LOCKSTEP_SOURCE_DIR) / page)) << page;
}

}  // namespace
}  // namespace lockstep::exported
