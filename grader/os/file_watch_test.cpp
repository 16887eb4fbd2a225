#include "os/file_watch.h"

#include <gtest/gtest.h>
#include <poll.h>

#include <fstream>
#include <thread>

#include "os/file.h"
#include "os/temp_dir.h"

namespace lockstep::os {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

/// Told by the kernel, and looking now and then. A change must be seen; the time only keeps a failing test from
/// hanging.
class FileWatchTest : public testing::TestWithParam<bool> {
 protected:
  FileWatchTest() {
    fs::create_directories(lab() / "tests");
    write("a.cpp", "old");
  }

  fs::path lab() const { return dir_.path() / "lab"; }
  /// In place: the file is emptied, then filled.
  void write(const std::string& name, const std::string& text) const { std::ofstream(lab() / name) << text; }

  FileWatch watch() const {
    return FileWatch::of(lab(), {.poll = GetParam(), .interval = 20ms, .quiet = 20ms}).value();
  }
  static bool waits(const FileWatch& watch, std::chrono::milliseconds limit) {
    pollfd wait{.fd = watch.fd(), .events = POLLIN, .revents = 0};
    return poll(&wait, 1, static_cast<int>(limit.count())) == 1;
  }
  static bool sees_a_change(FileWatch& watch) {
    const auto deadline = std::chrono::steady_clock::now() + 20s;
    while (std::chrono::steady_clock::now() < deadline) {
      if (waits(watch, 1000ms) && watch.changed()) return true;
    }
    return false;
  }
  /// Looks twice at all that was done so far.
  static bool sees_nothing(FileWatch& watch) {
    for (int looks = 0; looks < 2; ++looks) {
      waits(watch, 50ms);
      if (watch.changed()) return false;
    }
    return true;
  }

  TempDir dir_ = TempDir::make().value();
};

INSTANTIATE_TEST_SUITE_P(By, FileWatchTest, testing::Bool(),
                         [](const auto& by) { return by.param ? "Polling" : "Events"; });

TEST_P(FileWatchTest, SaysWhetherItPolls) { EXPECT_EQ(!watch().why_polling().empty(), GetParam()); }

TEST_P(FileWatchTest, SeesNothingWhereNothingChanges) {
  FileWatch watching = watch();
  EXPECT_EQ(os::read_file(lab() / "a.cpp").value(), "old");
  EXPECT_TRUE(sees_nothing(watching));
}

TEST_P(FileWatchTest, SeesAFileThatIsWrittenInPlace) {
  FileWatch watching = watch();
  write("a.cpp", "new");
  EXPECT_TRUE(sees_a_change(watching));
  EXPECT_TRUE(sees_nothing(watching)) << "told once";
  write("a.cpp", "newer");
  EXPECT_TRUE(sees_a_change(watching));
}

TEST_P(FileWatchTest, SeesAFileThatIsReplacedByARenamedOne) {
  FileWatch watching = watch();
  for (const char* text : {"new", "two"}) {
    ASSERT_TRUE(write_file(lab() / "a.cpp", text));
    EXPECT_TRUE(sees_a_change(watching));
  }
}

TEST_P(FileWatchTest, SeesAFileThatIsEmptied) {
  FileWatch watching = watch();
  fs::resize_file(lab() / "a.cpp", 0);
  EXPECT_TRUE(sees_a_change(watching));
}

TEST_P(FileWatchTest, SeesAFileThatComesAndOneThatGoes) {
  FileWatch watching = watch();
  write("b.cpp", "");
  EXPECT_TRUE(sees_a_change(watching));
  fs::remove(lab() / "b.cpp");
  EXPECT_TRUE(sees_a_change(watching));
}

TEST_P(FileWatchTest, SeesWhatIsInFoldersAlsoInNewOnes) {
  FileWatch watching = watch();
  write("tests/a_test.cpp", "");
  EXPECT_TRUE(sees_a_change(watching));
  fs::create_directories(lab() / "new/deep");
  write("new/deep/c.cpp", "");
  EXPECT_TRUE(sees_a_change(watching));
  write("new/deep/c.cpp", "more");
  EXPECT_TRUE(sees_a_change(watching));
}

TEST_P(FileWatchTest, SeesAFolderThatIsRemovedAndComesAgain) {
  FileWatch watching = watch();
  fs::remove_all(lab());
  EXPECT_TRUE(sees_a_change(watching));
  fs::create_directories(lab());
  write("a.cpp", "again");
  EXPECT_TRUE(sees_a_change(watching));
  write("a.cpp", "and again");
  EXPECT_TRUE(sees_a_change(watching));
}

TEST_P(FileWatchTest, TellsOnceOfManyChanges) {
  FileWatch watching = watch();
  for (const char* name : {"a.cpp", "b.cpp", "tests/c.cpp"}) {
    for (const char* text : {"one", "two", ""}) write(name, text);
  }
  EXPECT_TRUE(sees_a_change(watching));
  EXPECT_TRUE(sees_nothing(watching));
}

TEST_P(FileWatchTest, TellsOfChangesThatNeverEnd) {
  FileWatch watching = watch();
  const std::jthread writer([this](const std::stop_token& stop) {
    for (std::size_t size = 1; !stop.stop_requested(); ++size) {
      write("a.cpp", std::string(size % 1000, 'x'));
      std::this_thread::sleep_for(1ms);
    }
  });
  EXPECT_TRUE(sees_a_change(watching));
  EXPECT_TRUE(sees_a_change(watching));
}

TEST_P(FileWatchTest, PassesOverWhatEditorsMakeForThemselves) {
  FileWatch watching = watch();
  for (const char* name : {".a.cpp.swp", "a.cpp~", "#a.cpp#", ".#a.cpp", "4913", "a.cpp.bak"}) write(name, "draft");
  EXPECT_TRUE(sees_nothing(watching));
}

TEST(FileWatchTypesTest, NamesTheFileSystemsThatDoNotTell) {
  EXPECT_EQ(untold_file_system(0x6969), "NFS");
  EXPECT_EQ(untold_file_system(0x01021997), "9P") << "what /mnt/c is in WSL 2";
  EXPECT_EQ(untold_file_system(0xff534d42), "CIFS");
  EXPECT_EQ(untold_file_system(0xef53), "") << "ext4";
  EXPECT_EQ(untold_file_system(0x794c7630), "") << "overlayfs";
}

TEST(FileWatchTypesTest, AFolderThatIsNotThereIsAnError) {
  const auto watch = FileWatch::of("/no/such/folder");
  ASSERT_FALSE(watch);
  EXPECT_NE(watch.error().message.find("/no/such/folder"), std::string::npos) << watch.error().message;
}

}  // namespace
}  // namespace lockstep::os
