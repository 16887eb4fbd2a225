#pragma once

#include <filesystem>
#include <string>

// Given: where files are.

/// Files by their names. A read may run at the same time as any other call for another name.
class Store {
 public:
  Store() = default;
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;
  virtual ~Store() = default;

  /// \return all bytes of a file \throw std::exception when it cannot be read
  [[nodiscard]] virtual std::string read(const std::string& name) = 0;

  /// Makes a file, or replaces it. \throw std::exception when that fails: then a part of it may be there
  virtual void write(const std::string& name, const std::string& bytes) = 0;

  /// Gives a file another name at once: a file of that name is replaced, and others see the old one or the new one, and
  /// nothing between. \throw std::exception when that fails: then both are as before
  virtual void rename(const std::string& from, const std::string& to) = 0;

  /// Removes a file; does nothing when there is none. \throw std::exception when that fails
  virtual void remove(const std::string& name) = 0;
};

/// The files of a folder.
class FolderStore : public Store {
 public:
  explicit FolderStore(std::filesystem::path folder) : folder_(std::move(folder)) {}

  [[nodiscard]] std::string read(const std::string& name) override;
  void write(const std::string& name, const std::string& bytes) override;
  void rename(const std::string& from, const std::string& to) override;
  void remove(const std::string& name) override;

 private:
  std::filesystem::path folder_;
};
