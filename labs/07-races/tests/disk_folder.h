#pragma once

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <system_error>

#include "folder.h"

/// A folder on disk, empty at first and gone at the end. A text is written to a file aside, which then gets its name:
/// so each call is one step here, too.
class DiskFolder final : public Folder {
 public:
  DiskFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "races-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::system_error(errno, std::generic_category(), name);
    path_ = name;
  }
  ~DiskFolder() override {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  [[nodiscard]] bool has(const std::string& name) const override { return std::filesystem::exists(path_ / name); }

  [[nodiscard]] std::optional<std::string> read(const std::string& name) const override {
    std::ifstream file(path_ / name);
    if (!file) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(file), {});
  }

  void write(const std::string& name, const std::string& text) override {
    std::filesystem::rename(written_aside(text), path_ / name);
  }

  bool create(const std::string& name, const std::string& text) override {
    const std::filesystem::path aside = written_aside(text);
    const bool is_new = ::link(aside.c_str(), (path_ / name).c_str()) == 0;
    std::filesystem::remove(aside);
    return is_new;
  }

  bool rename(const std::string& from, const std::string& to) override {
    return ::rename((path_ / from).c_str(), (path_ / to).c_str()) == 0;
  }

 private:
  /// \return a file that no other call has, with the text in it
  [[nodiscard]] std::filesystem::path written_aside(const std::string& text) const {
    std::string name = (path_ / ".aside-XXXXXX").string();
    const int descriptor = ::mkstemp(name.data());
    if (descriptor < 0) throw std::system_error(errno, std::generic_category(), name);
    ::close(descriptor);
    std::ofstream(name) << text;
    return name;
  }

  std::filesystem::path path_;
};

/// A folder that another program uses, too: it saves each file that somebody looks for, just behind the look.
class BusyFolder final : public Folder {
 public:
  static constexpr const char* kText = "another program's";

  explicit BusyFolder(Folder& folder) : folder_(folder) {}

  /// Whether a file of the other program was new.
  [[nodiscard]] bool has_saved() const { return has_saved_; }

  [[nodiscard]] bool has(const std::string& name) const override {
    const bool there = folder_.has(name);
    has_saved_ |= folder_.create(name, kText);
    return there;
  }

  [[nodiscard]] std::optional<std::string> read(const std::string& name) const override {
    auto text = folder_.read(name);
    has_saved_ |= folder_.create(name, kText);
    return text;
  }

  void write(const std::string& name, const std::string& text) override { folder_.write(name, text); }
  bool create(const std::string& name, const std::string& text) override { return folder_.create(name, text); }
  bool rename(const std::string& from, const std::string& to) override { return folder_.rename(from, to); }

 private:
  Folder& folder_;
  mutable bool has_saved_ = false;
};
