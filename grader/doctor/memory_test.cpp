#include "doctor/memory.h"

#include <gtest/gtest.h>

#include "os/file.h"
#include "os/temp_dir.h"

namespace lockstep::doctor {
namespace {

class MemoryTest : public testing::Test {
 protected:
  build::Kit kit(process::SandboxBackend backend = process::SandboxBackend::kBubblewrap) const {
    return {.root = "/kit", .build_dir = dir_.path(), .compiler = "g++", .backend = backend};
  }

  /// Asks for a probe that, if it has to be examined, has this level. \return how often it had to be
  static int examined(Memory& memory, Level level) {
    int times = 0;
    (void)memory.recalled_or("tsan", [&] {
      ++times;
      return Probe{.id = "tsan", .what = "TSan", .level = level, .result = "r", .consequence = "", .fix = ""};
    });
    return times;
  }

  os::TempDir dir_ = os::TempDir::make().value();
};

TEST_F(MemoryTest, RemembersWhatWasGood) {
  Memory first = Memory::recall(kit());
  EXPECT_EQ(examined(first, Level::kGood), 1);
  first.keep();
  Memory second = Memory::recall(kit());
  EXPECT_EQ(examined(second, Level::kGood), 0);
}

TEST_F(MemoryTest, ExaminesAgainWhatWasNot) {
  Memory first = Memory::recall(kit());
  EXPECT_EQ(examined(first, Level::kDegraded), 1);
  first.keep();
  Memory second = Memory::recall(kit());
  EXPECT_EQ(examined(second, Level::kGood), 1);
}

TEST_F(MemoryTest, ForgetsWhenTheMachineIsAnotherOne) {
  Memory first = Memory::recall(kit());
  EXPECT_EQ(examined(first, Level::kGood), 1);
  first.keep();
  Memory second = Memory::recall(kit(process::SandboxBackend::kNone));
  EXPECT_EQ(examined(second, Level::kGood), 1);
}

TEST_F(MemoryTest, StartsAnewFromAFileThatMakesNoSense) {
  for (const char* text : {"", "[]", "{\"key\": 3}", "{\"key\"", "{\"good\": {\"tsan\": [1]}}"}) {
    ASSERT_TRUE(os::write_file(dir_.path() / "doctor.json", text));
    Memory memory = Memory::recall(kit());
    EXPECT_EQ(examined(memory, Level::kGood), 1) << text;
  }
}

}  // namespace
}  // namespace lockstep::doctor
