#include "export/read_kit.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "export/selection.h"
#include "os/file.h"
#include "os/temp_dir.h"

namespace lockstep::exported {
namespace {

namespace fs = std::filesystem;

/// A checkout with one lab, on which somebody has worked.
class ReadKitTest : public testing::Test {
 protected:
  ReadKitTest() {
    lab_.name = "01-tiny";
    lab_.id = "01";
    lab_.dir = root() / "labs/01-tiny";
    lab_.submit = {"tiny.cpp"};
    put("lab", "launcher");
    put("grader/a.cpp", "kit");
    put("grader/a_test.cpp", "test");
    put("labs/01-tiny/tiny.cpp", "solved by somebody");
    put("labs/01-tiny/original/tiny.cpp", "skeleton");
    put("labs/01-tiny/build/x", "built");
    put("labs/02-other/lab.toml", "not chosen");
    put("solutions/01-tiny/tiny.cpp", "solution");
    put("solutions/01-tiny/hidden/checks.toml", "hidden");
    put("solutions/01-tiny/mutants/m/change.patch", "mutant");
    put(".git/HEAD", "history");
  }
  const fs::path& root() const { return root_.path(); }
  void put(const std::string& path, std::string_view text) const { ASSERT_TRUE(os::write_file(root() / path, text)); }
  std::vector<std::string> paths(const Platform& platform) const {
    const auto kit = read_kit(root(), std::vector{lab_}, platform);
    std::vector<std::string> found;
    if (!kit) return {kit.error().message};
    for (const auto& [path, file] : *kit) found.push_back(path);
    return found;
  }

  os::TempDir root_ = os::TempDir::make().value();
  Manifest lab_;
  const Platform& gradescope_ = *find_platform("gradescope");
};

TEST_F(ReadKitTest, HasTheKitAndTheChosenLabOnly) {
  EXPECT_EQ(paths(gradescope_), (std::vector<std::string>{"grader/a.cpp", "lab", "labs/01-tiny/original/tiny.cpp",
                                                          "labs/01-tiny/tiny.cpp"}));
}

TEST_F(ReadKitTest, ALabIsAsItWasHandedOut) {
  EXPECT_EQ(read_kit(root(), std::vector{lab_}, gradescope_).value().at("labs/01-tiny/tiny.cpp").text, "skeleton");
}

TEST_F(ReadKitTest, HiddenChecksAreThereWhereTheManifestHasThem) {
  lab_.hidden = root() / "solutions/01-tiny/hidden";
  const auto found = paths(gradescope_);
  EXPECT_EQ(found.back(), "solutions/01-tiny/hidden/checks.toml");
  EXPECT_EQ(found.size(), 5U);
}

TEST_F(ReadKitTest, LearnersHaveThePagesThatFindingsName) {
  for (const auto page : learners_pages()) put(std::string(page), "page");
  put("docs/concepts/deadlock.md", "page");
  put("docs/concepts/programs/opposite_order.cpp", "program");
  put("docs/maintainers.md", "not for learners");
  const auto found = paths(*find_platform("classroom"));
  for (const char* const path : {"docs/concepts/deadlock.md", "docs/concepts/programs/opposite_order.cpp"}) {
    EXPECT_NE(std::find(found.begin(), found.end(), path), found.end()) << path;
  }
  EXPECT_EQ(std::find(found.begin(), found.end(), "docs/maintainers.md"), found.end());
}

TEST_F(ReadKitTest, RefusesToHandOutASolution) {
  put("labs/01-tiny/original/tiny.cpp", "solution");
  EXPECT_NE(paths(gradescope_).at(0).find("is the solution, word for word"), std::string::npos);
}

TEST_F(ReadKitTest, RefusesALabWithoutItsOriginal) {
  fs::remove(root() / "labs/01-tiny/original/tiny.cpp");
  EXPECT_NE(paths(gradescope_).at(0).find("is not there"), std::string::npos);
}

TEST_F(ReadKitTest, ALinkIsNotFollowed) {
  fs::create_symlink("/etc/passwd", root() / "labs/01-tiny/passwd");
  EXPECT_EQ(paths(gradescope_).size(), 4U);
}

TEST_F(ReadKitTest, AnExportedKitSaysThatItHasNoTemplates) {
  const auto templates = read_templates(root(), gradescope_);
  ASSERT_FALSE(templates);
  EXPECT_NE(templates.error().message.find("made by ./lab export"), std::string::npos);
}

}  // namespace
}  // namespace lockstep::exported
