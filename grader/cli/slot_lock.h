#pragma once

#include <filesystem>
#include <string_view>
#include <utility>

#include "build/build.h"
#include "os/file_lock.h"
#include "result/result.h"

namespace lockstep::cli {

/// A build slot of a lab, or of the explored programs, that nobody else uses while this lives, in this process or
/// another.
class SlotLock {
 public:
  /// Takes the first free slot of the lab.
  [[nodiscard]] static Result<SlotLock> take(const std::filesystem::path& build_dir, std::string_view lab);

  [[nodiscard]] build::Slot slot() const { return slot_; }

 private:
  SlotLock(build::Slot slot, os::FileLock lock) : slot_(slot), lock_(std::move(lock)) {}

  build::Slot slot_;
  os::FileLock lock_;
};

}  // namespace lockstep::cli
