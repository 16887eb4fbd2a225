#pragma once

#include <filesystem>

#include "result/result.h"

namespace lockstep::os {

/// A new empty folder that only its owner may enter; removed with all its content when this ends.
class TempDir {
 public:
  /// \param parent  where to make it; empty: the system's folder for temporary files
  [[nodiscard]] static Result<TempDir> make(const std::filesystem::path& parent = {});

  TempDir(TempDir&& other) noexcept;
  TempDir& operator=(TempDir&& other) noexcept;
  ~TempDir();

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  explicit TempDir(std::filesystem::path path) : path_(std::move(path)) {}

  std::filesystem::path path_;  // empty: moved from
};

}  // namespace lockstep::os
