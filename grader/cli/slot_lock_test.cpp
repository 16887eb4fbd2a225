#include "cli/slot_lock.h"

#include <gtest/gtest.h>

#include <optional>

#include "os/temp_dir.h"

namespace lockstep::cli {
namespace {

TEST(SlotLockTest, GivesEachHolderASlotOfItsOwnAndAFreedOneAgain) {
  const os::TempDir dir = os::TempDir::make().value();
  std::optional<SlotLock> first = SlotLock::take(dir.path(), "01-primes").value();
  const SlotLock second = SlotLock::take(dir.path(), "01-primes").value();
  const SlotLock other_lab = SlotLock::take(dir.path(), "02-amdahl").value();
  EXPECT_EQ(first->slot().number, 0);
  EXPECT_EQ(second.slot().number, 1);
  EXPECT_EQ(other_lab.slot().number, 0);
  first.reset();
  EXPECT_EQ(SlotLock::take(dir.path(), "01-primes").value().slot().number, 0);
}

TEST(SlotLockTest, SaysWhichFileItCannotWrite) {
  const auto lock = SlotLock::take("/proc/nowhere", "01-primes");
  ASSERT_FALSE(lock);
  EXPECT_NE(lock.error().message.find("/proc/nowhere/locks/01-primes.0"), std::string::npos) << lock.error().message;
}

}  // namespace
}  // namespace lockstep::cli
