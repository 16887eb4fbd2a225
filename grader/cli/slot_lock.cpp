#include "cli/slot_lock.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/file.h>

#include <cerrno>
#include <cstring>
#include <system_error>

namespace lockstep::cli {

Result<SlotLock> SlotLock::take(const std::filesystem::path& build_dir, std::string_view lab) {
  constexpr int kSlots = 64;
  const auto dir = build_dir / "locks";
  std::error_code failed;
  std::filesystem::create_directories(dir, failed);
  for (int number = 0; number < kSlots; ++number) {
    const auto path = dir / fmt::format("{}.{}", lab, number);
    os::Fd fd(open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644));
    if (!fd) return machine_error(fmt::format("cannot write {}: {}", path.string(), std::strerror(errno)));
    if (flock(fd.get(), LOCK_EX | LOCK_NB) == 0) return SlotLock(build::Slot{number}, std::move(fd));
  }
  return machine_error(fmt::format("{} gradings of {} are under way already; wait for one to end", kSlots, lab));
}

}  // namespace lockstep::cli
