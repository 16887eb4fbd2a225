#include "intake/archive.h"

#include <gtest/gtest.h>

#include <string>

#include "build/submitted.h"
#include "intake/limits.h"
#include "intake/temporary_archive.h"
#include "os/file.h"
#include "os/temp_dir.h"

namespace lockstep::intake {
namespace {

class ArchiveTest : public testing::Test {
 protected:
  /// What is said of an archive with these entries; empty when it is accepted.
  std::string refusal(const std::vector<Entry>& entries, const std::string& name = "a.tar") {
    write_archive(dir_.path() / name, entries);
    const auto opened = open_archive(dir_.path() / name, {"queue.h"});
    if (opened) return "";
    EXPECT_EQ(opened.error().fault, Fault::kInput);
    return opened.error().message;
  }

  static bool says(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }

  os::TempDir dir_ = os::TempDir::make().value();
};

TEST_F(ArchiveTest, OfEachKindGivesItsFilesAndKeepsTheTextsOfThoseAskedFor) {
  for (const char* name : {"a.zip", "a.tar", "a.tar.gz", "a.tgz"}) {
    const auto file = dir_.path() / name;
    write_archive(file, {{"lab/", "", EntryKind::kFolder}, {"lab/queue.h", "int q;"}, {"lab/notes.txt", "no"}});
    const auto opened = open_archive(file, {"queue.h"});
    ASSERT_TRUE(opened) << name << opened.error().message;
    EXPECT_EQ(opened->files, (std::set<std::string>{"lab/queue.h", "lab/notes.txt"}));
    EXPECT_EQ(opened->read("lab/queue.h").value(), "int q;");
    EXPECT_FALSE(opened->read("lab/notes.txt"));
  }
}

TEST_F(ArchiveTest, MadeOnWindowsOrFromDotHasTheSamePaths) {
  write_archive(dir_.path() / "a.tar", {{"./", "", EntryKind::kFolder}, {"./lab\\queue.h", "int q;"}});
  const auto opened = open_archive(dir_.path() / "a.tar", {"queue.h"});
  ASSERT_TRUE(opened) << opened.error().message;
  EXPECT_EQ(opened->read("lab/queue.h").value(), "int q;");
}

TEST_F(ArchiveTest, WithAPathThatLeadsElsewhereIsRefusedWhole) {
  EXPECT_TRUE(says(refusal({{"queue.h", ""}, {"/etc/passwd", "x"}}), "absolute path: /etc/passwd"));
  EXPECT_TRUE(says(refusal({{"lab/../../queue.h", "x"}}), "leads out of it"));
  EXPECT_TRUE(says(refusal({{"..\\queue.h", "x"}}), "leads out of it"));
  EXPECT_TRUE(says(refusal({{"..", "", EntryKind::kFolder}}), "leads out of it"));
  EXPECT_TRUE(says(refusal({{"C:\\queue.h", "x"}}), "a drive"));
  EXPECT_TRUE(says(refusal({{"../queue.h", "x"}}, "a.zip"), "leads out of it"));
}

TEST_F(ArchiveTest, WithAPathThatSteersTheTerminalShowsItPlain) {
  const std::string said = refusal({{"/\x1b[2Jqueue.h", "x"}});
  EXPECT_TRUE(says(said, "absolute path"));
  EXPECT_FALSE(says(said, "\x1b"));
}

TEST_F(ArchiveTest, WithAVeryLongPathIsRefused) {
  std::string path;
  while (path.size() <= kLongestPath) path += "folder/";
  EXPECT_TRUE(says(refusal({{path + "queue.h", "x"}}), "bytes: folder/"));
}

TEST_F(ArchiveTest, FollowsNoLink) {
  write_archive(dir_.path() / "a.tar", {{"secret", "mine"},
                                        {"queue.h", "/etc/passwd", EntryKind::kSymlink},
                                        {"lab/queue.h", "secret", EntryKind::kHardlink},
                                        {"pipe", "", EntryKind::kPipe}});
  const auto opened = open_archive(dir_.path() / "a.tar", {"queue.h"});
  ASSERT_TRUE(opened) << opened.error().message;
  EXPECT_EQ(opened->links, (std::set<std::string>{"lab/queue.h", "queue.h"}));
  EXPECT_FALSE(opened->files.contains("queue.h"));
  EXPECT_FALSE(opened->read("queue.h"));
}

TEST_F(ArchiveTest, WithOnePathTwiceIsRefused) {
  EXPECT_TRUE(says(refusal({{"queue.h", "one"}, {"./queue.h", "two"}}), "queue.h twice"));
}

TEST_F(ArchiveTest, ThatUnpacksToTooMuchIsRefusedWhateverItIsCalled) {
  const std::string much(kMostBytes / 2 + 1, '\0');
  for (const char* name : {"bomb.tar.gz", "bomb.zip"}) {
    EXPECT_TRUE(says(refusal({{"one", much}, {"two", much}}, name), "more than 64 MB")) << name;
    EXPECT_LT(std::filesystem::file_size(dir_.path() / name), kMostBytes / 100);
  }
}

TEST_F(ArchiveTest, WithTooManyEntriesIsRefused) {
  std::vector<Entry> entries;
  entries.reserve(kMostEntries + 1);
  for (std::size_t i = 0; i <= kMostEntries; ++i) entries.push_back({"f" + std::to_string(i), ""});
  EXPECT_TRUE(says(refusal(entries), "more than 10000 entries"));
}

TEST_F(ArchiveTest, KeepsOfALargeFileOnlySoMuchThatItIsSeenToBeTooLarge) {
  write_archive(dir_.path() / "a.zip", {{"queue.h", std::string(build::kLargestFile * 3, 'x')}});
  const auto opened = open_archive(dir_.path() / "a.zip", {"queue.h"});
  ASSERT_TRUE(opened) << opened.error().message;
  EXPECT_EQ(opened->read("queue.h")->size(), build::kLargestFile + 1);
}

TEST_F(ArchiveTest, ThatIsNoneOrDamagedIsRefused) {
  ASSERT_TRUE(os::write_file(dir_.path() / "text.zip", "no archive"));
  EXPECT_FALSE(open_archive(dir_.path() / "text.zip", {"queue.h"}));
  write_archive(dir_.path() / "a.tar.gz", {{"queue.h", std::string(100'000, 'x') + std::string(100'000, 'y')}});
  const std::string whole = os::read_file(dir_.path() / "a.tar.gz").value();
  ASSERT_TRUE(os::write_file(dir_.path() / "half.tar.gz", whole.substr(0, whole.size() / 2)));
  const auto half = open_archive(dir_.path() / "half.tar.gz", {"queue.h"});
  ASSERT_FALSE(half);
  EXPECT_TRUE(says(half.error().message, "cannot be unpacked")) << half.error().message;
}

TEST_F(ArchiveTest, ThatIsALinkIsNotOpened) {
  write_archive(dir_.path() / "a.tar", {{"queue.h", "x"}});
  std::filesystem::create_symlink(dir_.path() / "a.tar", dir_.path() / "link.tar");
  const auto opened = open_archive(dir_.path() / "link.tar", {"queue.h"});
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().message, "is no regular file");
}

}  // namespace
}  // namespace lockstep::intake
