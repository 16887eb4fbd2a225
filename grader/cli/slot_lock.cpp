#include "cli/slot_lock.h"

#include <fmt/core.h>

namespace lockstep::cli {

Result<SlotLock> SlotLock::take(const std::filesystem::path& build_dir, std::string_view lab) {
  constexpr int kSlots = 64;
  for (int number = 0; number < kSlots; ++number) {
    auto lock = os::FileLock::try_take(build_dir / "locks" / fmt::format("{}.{}", lab, number));
    if (!lock) return tl::unexpected(lock.error());
    if (*lock) return SlotLock(build::Slot{number}, std::move(**lock));
  }
  return machine_error(fmt::format("{} gradings of {} are under way already; wait for one to end", kSlots, lab));
}

}  // namespace lockstep::cli
