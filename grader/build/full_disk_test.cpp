#include "build/full_disk.h"

#include <gtest/gtest.h>

#include "os/temp_dir.h"

namespace lockstep::build {
namespace {

constexpr std::string_view kWritten =
    "tiny.cpp:13:1: fatal error: closing dependency file CMakeFiles/submission.dir/tiny.cpp.o.d: No space left on "
    "device";

TEST(FullDiskTest, IsNamedWithItsPlaceWhereNothingCanBeWritten) {
  const auto error = full_disk(kWritten, "/proc");  // which takes no files, as a full disk does not
  ASSERT_TRUE(error);
  EXPECT_EQ(error->fault, Fault::kMachine);
  EXPECT_NE(error->message.find("below /proc (No space left on device)"), std::string::npos) << error->message;
}

TEST(FullDiskTest, IsGuessedByALinkerToo) {
  EXPECT_TRUE(full_disk("mold: failed to write to an output file. Disk full?", "/proc"));
}

TEST(FullDiskTest, IsNotBelievedWhereThereIsRoom) {
  const os::TempDir roomy = os::TempDir::make().value();
  EXPECT_FALSE(full_disk("tiny.cpp:1:2: error: #error No space left on device", roomy.path()));
}

TEST(FullDiskTest, IsNotSuspectedWhenNoToolSpeaksOfIt) {
  EXPECT_FALSE(full_disk("tiny.cpp:1:2: error: 'x' was not declared in this scope", "/proc"));
}

}  // namespace
}  // namespace lockstep::build
