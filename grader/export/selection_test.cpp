#include "export/selection.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <sstream>
#include <string>

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
        "grader/cli/lab_template/solution/x.cpp", "grader/export/platforms/vpl/README.md", "grader/os/.file.cpp.swp",
        "grader/os/file.cpp~", "graders/x"}) {
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

// A file that a part compiles and that is left out would break every export.
TEST(SelectionTest, EachFileThatACMakeListsNamesAsASourceIsOfTheKit) {
  const fs::path root(LOCKSTEP_SOURCE_DIR);
  for (const fs::path& file : manifest::files_below(root / "grader")) {
    if (file.filename() != "CMakeLists.txt" || !is_of_kit("grader/" + file.string())) continue;
    std::string text = os::read_file(root / "grader" / file).value();
    const auto begin = text.find("SOURCES ");
    if (begin == std::string::npos || !text.starts_with("lockstep_part(")) continue;
    text = text.substr(begin + 8, text.find("\n  TESTS") - begin - 8);
    std::istringstream words(text);
    for (std::string word; words >> word && word != "USES";) {
      if (!word.ends_with(".cpp") || word.starts_with("$")) continue;
      const std::string path = ("grader" / file.parent_path() / word).lexically_normal().string();
      EXPECT_TRUE(is_of_kit(path)) << path;
    }
  }
}

TEST(SelectionTest, ThePagesForLearnersAreThere) {
  for (const auto page : learners_pages()) EXPECT_TRUE(fs::exists(fs::path(LOCKSTEP_SOURCE_DIR) / page)) << page;
}

}  // namespace
}  // namespace lockstep::exported
