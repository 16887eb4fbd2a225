#pragma once

#include <functional>
#include <map>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "convert.h"
#include "netpbm.h"

/// Files in memory. Nothing in it is synchronised, on purpose: files are read one at a time and written one at a time,
/// so nothing needs to be. A data race in here is one of the code that calls it.
class MemoryStore : public Store {
 public:
  using Hook = std::function<void(const std::string& name)>;

  explicit MemoryStore(std::map<std::string, std::string> files) : files_(std::move(files)) {}

  // What happens before each call has its effect: may throw. A write that throws leaves half a file.
  Hook on_read = [](const std::string&) {};
  Hook on_write = [](const std::string&) {};
  Hook on_rename = [](const std::string&) {};
  Hook on_remove = [](const std::string&) {};

  [[nodiscard]] std::string read(const std::string& name) override {
    reads_.push_back(name);
    on_read(name);
    const auto file = files_.find(name);
    if (file == files_.end()) throw std::out_of_range("there is no file " + name);
    return file->second;
  }
  void write(const std::string& name, const std::string& bytes) override {
    changes_.push_back("write " + name);
    made_[name] = bytes.substr(0, bytes.size() / 2);
    on_write(name);
    made_[name] = bytes;
  }
  void rename(const std::string& from, const std::string& to) override {
    changes_.push_back("rename " + from + " to " + to);
    on_rename(to);
    const auto file = made_.find(from);
    if (file == made_.end()) throw std::out_of_range("there is no file " + from);
    const std::string bytes = file->second;
    made_.erase(file);
    made_[to] = bytes;
  }
  void remove(const std::string& name) override {
    on_remove(name);
    made_.erase(name);
  }

  // Call these when no thread uses the store.
  [[nodiscard]] const std::vector<std::string>& reads() const { return reads_; }
  [[nodiscard]] const std::vector<std::string>& changes() const { return changes_; }
  /// What was written, by its name.
  [[nodiscard]] std::map<std::string, std::string>& made() { return made_; }

 private:
  const std::map<std::string, std::string> files_;
  std::map<std::string, std::string> made_;
  std::vector<std::string> reads_;
  std::vector<std::string> changes_;
};

/// A grey picture of one pixel, as a file.
inline std::string file_of(std::uint8_t sample) { return to_netpbm(Image({.width = 1, .height = 1}, 1, sample)); }

/// What the tests make of such a picture.
inline Image darker(const Image& picture) {
  Image result = picture;
  result.at(0, 0) = static_cast<std::uint8_t>(result.at(0, 0) / 2);
  return result;
}

/// Files in0, in1, ... of the pixels 0, 10, ...
inline std::map<std::string, std::string> files(std::size_t count) {
  std::map<std::string, std::string> made;
  for (std::size_t i = 0; i < count; ++i) {
    made["in" + std::to_string(i)] = file_of(static_cast<std::uint8_t>(10 * i % 256));
  }
  return made;
}

/// Jobs that make out0 of in0, out1 of in1, ...
inline std::vector<FileJob> jobs(std::size_t count) {
  std::vector<FileJob> made;
  made.reserve(count);
  for (std::size_t i = 0; i < count; ++i) made.push_back({"in" + std::to_string(i), "out" + std::to_string(i)});
  return made;
}

/// What is made of so many files, all of which are good.
inline std::map<std::string, std::string> made_of(std::size_t count) {
  std::map<std::string, std::string> made;
  for (std::size_t i = 0; i < count; ++i) {
    made["out" + std::to_string(i)] = file_of(static_cast<std::uint8_t>(10 * i % 256 / 2));
  }
  return made;
}

/// Whether the report has an exception of this type.
template <class Exception>
bool has(const FileReport& report) {
  if (!report.error) return false;
  try {
    std::rethrow_exception(report.error);
  } catch (const Exception&) {
    return true;
  } catch (...) {
    return false;
  }
}
