#include "cli/new_lab.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "build/submitted.h"
#include "cli/skeleton.h"
#include "cli/subjects.h"
#include "manifest/folder.h"
#include "manifest/manifest.h"
#include "os/file.h"
#include "os/temp_dir.h"

namespace lockstep::cli {
namespace {

namespace fs = std::filesystem;

/// A checkout with the template and one lab.
class NewLabTest : public testing::Test {
 protected:
  NewLabTest() {
    fs::create_directories(root() / "labs/01-primes");
    fs::create_directory_symlink(fs::path(LOCKSTEP_SOURCE_DIR) / "grader", root() / "grader");
  }

  [[nodiscard]] fs::path root() const { return dir_.path(); }

  /// What labs/ and solutions/ hold.
  [[nodiscard]] std::vector<fs::path> folders() const {
    std::vector<fs::path> all;
    for (const char* folder : {"labs", "solutions"}) {
      for (const fs::path& entry : manifest::entries_in(root() / folder))
        all.push_back(entry.lexically_relative(root()));
    }
    return all;
  }

  void expect_refused(const std::string& name, const std::string& because) const {
    const auto before = folders();
    const auto made = make_lab(root(), name);
    ASSERT_FALSE(made) << name;
    EXPECT_EQ(made.error().fault, Fault::kInput) << name;
    EXPECT_NE(made.error().message.find(because), std::string::npos) << made.error().message;
    EXPECT_EQ(folders(), before);
  }

 private:
  os::TempDir dir_ = os::TempDir::make().value();
};

TEST_F(NewLabTest, KeepsItsSkeletonAsItIsHandedOut) {
  const auto made = make_lab(root(), "20-work-stealing");
  ASSERT_TRUE(made) << made.error().message;
  const auto files = handed_out(read_manifest(made->lab).value());
  ASSERT_TRUE(files) << files.error().message;
  ASSERT_EQ(files->size(), 1U);
  EXPECT_FALSE(files->front().is_changed());
}

TEST_F(NewLabTest, HasAManifestAndSubjectsWithoutAMistake) {
  const auto made = make_lab(root(), "20-work-stealing");
  ASSERT_TRUE(made) << made.error().message;
  const auto lab = read_manifest(made->lab);
  ASSERT_TRUE(lab) << lab.error().message;
  EXPECT_EQ(lab->title, "Work stealing");
  const auto subjects = subjects_of(root(), *lab);
  ASSERT_TRUE(subjects) << subjects.error().message;
  EXPECT_EQ(subjects->size(), 4U) << "skeleton, solution, a variant and a mutant";
  for (const Subject& subject : *subjects) {
    const auto files = build::submitted_files(*lab, subject.submission);
    EXPECT_TRUE(files) << subject.name << ": " << files.error().message;
  }
}

TEST_F(NewLabTest, AllPatchesThatFitNoMoreAreNamedTogether) {
  const auto made = make_lab(root(), "20-work-stealing");
  ASSERT_TRUE(made) << made.error().message;
  const fs::path mutants = made->solution / "mutants";
  fs::copy(mutants / "no-lock", mutants / "once-more", fs::copy_options::recursive);
  ASSERT_TRUE(os::write_file(made->solution / "counter.cpp", "// written anew\n"));
  const auto subjects = subjects_of(root(), read_manifest(made->lab).value());
  ASSERT_FALSE(subjects);
  for (const char* mutant : {"no-lock", "once-more"}) {
    EXPECT_NE(subjects.error().message.find(mutant), std::string::npos) << subjects.error().message;
  }
}

TEST_F(NewLabTest, NamesItsProgramsAfterItsTopic) {
  ASSERT_TRUE(make_lab(root(), "20-work-stealing"));
  const std::string cmake = os::read_file(root() / "labs/20-work-stealing/CMakeLists.txt").value();
  EXPECT_NE(cmake.find("project(lab_20_work_stealing"), std::string::npos) << cmake;
  EXPECT_NE(cmake.find("lockstep_lab(work_stealing"), std::string::npos) << cmake;
}

TEST_F(NewLabTest, LeavesNoWordOfTheTemplate) {
  const auto made = make_lab(root(), "20-x");
  ASSERT_TRUE(made) << made.error().message;
  for (const fs::path& dir : {made->lab, made->solution}) {
    for (const fs::path& file : manifest::files_below(dir)) {
      const std::string text = os::read_file(dir / file).value();
      for (const char* word : {"NN", "topic", "Topic"}) EXPECT_EQ(text.find(word), std::string::npos) << file << text;
    }
  }
}

TEST_F(NewLabTest, MayBeReadByOthers) {
  const auto made = make_lab(root(), "20-x");
  ASSERT_TRUE(made) << made.error().message;
  EXPECT_NE(fs::status(made->lab).permissions() & fs::perms::others_read, fs::perms::none);
}

TEST_F(NewLabTest, RefusesABadNameAndSaysTheRule) {
  for (const char* name : {"", "20", "20-", "topic", "2-topic", "20-Topic", "20-a_b", "20-3d", "20--a", "20-a-",
                           "20-a--b", "../20-a", "20-a/b", "020-a"}) {
    expect_refused(name, "accepted: NN-topic: two digits");
  }
}

TEST_F(NewLabTest, RefusesANumberThatIsTaken) {
  expect_refused("01-locks", "labs/01-primes is there already");
  fs::create_directories(root() / "solutions/07-old");
  expect_refused("07-new", "solutions/07-old is there already");
}

TEST_F(NewLabTest, LeavesNothingBehindWhenItFails) {
  ASSERT_TRUE(os::write_file(root() / "solutions", "a file where a folder has to be"));
  const auto made = make_lab(root(), "20-x");
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().fault, Fault::kMachine);
  EXPECT_EQ(folders(), std::vector<fs::path>{"labs/01-primes"});
}

}  // namespace
}  // namespace lockstep::cli
