#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>

#include "build/build.h"
#include "doctor/doctor.h"

namespace lockstep::doctor {

/// What was good when it was examined last, in `build_dir/doctor.json`, valid as long as nothing that it depends on has
/// changed. Only good results are remembered: what was fixed is seen at once. A file that cannot be read is made anew.
class Memory {
 public:
  [[nodiscard]] static Memory recall(const build::Kit& kit);

  /// The remembered probe of that name, or what `examine` gives, to be remembered from now on if it is good.
  [[nodiscard]] Probe recalled_or(const std::string& name, const std::function<Probe()>& examine);

  /// Writes the file if there is something new. A failure costs time at the next start, and nothing else.
  void keep() const;

 private:
  Memory(std::filesystem::path file, std::string key) : file_(std::move(file)), key_(std::move(key)) {}

  std::filesystem::path file_;
  std::string key_;
  std::map<std::string, Probe> good_;
  bool changed_ = false;
};

}  // namespace lockstep::doctor
