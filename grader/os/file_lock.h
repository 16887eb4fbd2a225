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
  /// Waits until nobody else holds the file, which is made if need be, with the folders above it.
  [[nodiscard]] static Result<FileLock> wait(const std::filesystem::path& path);

  /// Takes the file if nobody holds it; nothing when somebody does.
  [[nodiscard]] static Result<std::optional<FileLock>> try_take(const std::filesystem::path& path);

 private:
  explicit FileLock(Fd fd) : fd_(std::move(fd)) {}

  Fd fd_;
};

}  // namespace lockstep::os
