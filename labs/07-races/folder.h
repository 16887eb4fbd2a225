#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "shared.h"

// Given: what a program can do with the files of a folder.

/// A folder of files. Other programs use it, too. Several threads may call every function at once; each call is one
/// step of the file system, so nothing comes between.
class Folder : public Shared {
 public:
  [[nodiscard]] virtual bool has(const std::string& name) const = 0;

  /// \return the text of the file; nothing when there is none of this name
  [[nodiscard]] virtual std::optional<std::string> read(const std::string& name) const = 0;

  /// Writes the file. One that is there already is replaced: `open` with O_CREAT | O_TRUNC.
  virtual void write(const std::string& name, const std::string& text) = 0;

  /// Writes a new file: `open` with O_CREAT | O_EXCL.
  /// \return false: there is a file of this name, and nothing has changed
  virtual bool create(const std::string& name, const std::string& text) = 0;

  /// Gives the file another name. A file that has this name is replaced: `rename`.
  /// \return false: there is no such file
  virtual bool rename(const std::string& from, const std::string& to) = 0;
};

/// A folder in memory, empty at first: the explorer sees each of its steps.
class MemoryFolder final : public Folder {
 public:
  [[nodiscard]] bool has(const std::string& name) const override {
    const std::scoped_lock lock(mutex_);
    return files_.contains(name);
  }

  [[nodiscard]] std::optional<std::string> read(const std::string& name) const override {
    const std::scoped_lock lock(mutex_);
    const auto file = files_.find(name);
    if (file == files_.end()) return std::nullopt;
    return file->second;
  }

  void write(const std::string& name, const std::string& text) override {
    const std::scoped_lock lock(mutex_);
    files_[name] = text;
  }

  bool create(const std::string& name, const std::string& text) override {
    const std::scoped_lock lock(mutex_);
    return files_.emplace(name, text).second;
  }

  bool rename(const std::string& from, const std::string& to) override {
    const std::scoped_lock lock(mutex_);
    auto file = files_.extract(from);
    if (file.empty()) return false;
    files_[to] = std::move(file.mapped());
    return true;
  }

 private:
  mutable std::mutex mutex_;
  std::map<std::string, std::string> files_;  // by name; guarded by mutex_
};
