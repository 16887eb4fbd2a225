#pragma once

#include <filesystem>
#include <optional>
#include <utility>

#include "os/fd.h"
#include "result/result.h"

namespace lockstep::os {

/// Exclusive use of something, among all processes that lock the same file. It ends with its holder, however that ends.
class FileLock {
 public:
  /// Waits until no other process holds the file, which is made if need be, with the folders above it.
  [[nodiscard]] static Result<FileLock> wait(const std::filesystem::path& path);

  /// Takes the file if it is free; nothing when another process holds it.
  [[nodiscard]] static Result<std::optional<FileLock>> try_take(const std::filesystem::path& path);

 private:
  explicit FileLock(Fd fd) : fd_(std::move(fd)) {}

  Fd fd_;
};

}  // namespace lockstep::os
