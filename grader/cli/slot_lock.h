#pragma once

#include <filesystem>

#include "build/build.h"
#include "os/fd.h"
#include "result/result.h"

namespace lockstep::cli {

/// A build slot of a lab that nobody else uses while this lives, in this process or another.
class SlotLock {
 public:
  /// Takes the first free slot of the lab. The lock goes with the process, however it ends.
  [[nodiscard]] static Result<SlotLock> take(const std::filesystem::path& build_dir, std::string_view lab);

  [[nodiscard]] build::Slot slot() const { return slot_; }

 private:
  SlotLock(build::Slot slot, os::Fd fd) : slot_(slot), fd_(std::move(fd)) {}

  build::Slot slot_;
  os::Fd fd_;
};

}  // namespace lockstep::cli
