#include "os/file_lock.h"

#include <gtest/gtest.h>

#include "os/temp_dir.h"

namespace lockstep::os {
namespace {

TEST(FileLockTest, IsHeldByOneAtATime) {
  const TempDir dir = TempDir::make().value();
  const auto path = dir.path() / "folder" / "lock";
  auto first = FileLock::try_take(path).value();
  ASSERT_TRUE(first);
  EXPECT_FALSE(FileLock::try_take(path).value());
  first.reset();
  EXPECT_TRUE(FileLock::wait(path));
}

TEST(FileLockTest, SaysWhichFileItCannotWrite) {
  const auto lock = FileLock::wait("/proc/nowhere/lock");
  ASSERT_FALSE(lock);
  EXPECT_NE(lock.error().message.find("/proc/nowhere/lock"), std::string::npos) << lock.error().message;
}

}  // namespace
}  // namespace lockstep::os
