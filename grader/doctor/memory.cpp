#include "doctor/memory.h"

#include <fmt/core.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <cstdlib>
#include <nlohmann/json.hpp>

#include "os/file.h"

namespace lockstep::doctor {
namespace {

/// All that the results depend on.
std::string key_of(const build::Kit& kit) {
  utsname names{};
  uname(&names);
  const std::string random_bits = os::read_file("/proc/sys/vm/mmap_rnd_bits").value_or("unknown");
  const char* sandbox = std::getenv("LOCKSTEP_SANDBOX");
  struct Version {
    std::string operator()(const std::string& compiler) const {
      std::error_code failed;
      for (const char* dir : {"", "/usr/local/bin/", "/usr/bin/"}) {
        const auto real = std::filesystem::canonical(dir + compiler, failed);
        if (!failed) {
          return fmt::format("{} {}", real.string(),
                             std::filesystem::last_write_time(real, failed).time_since_epoch().count());
        }
      }
      return compiler;
    }
  };
  return fmt::format("1|{}|{}|{}|{}|{}|{}", Version{}(kit.compiler), static_cast<const char*>(names.release),
                     random_bits, getuid(), process::name(kit.backend), sandbox == nullptr ? "" : sandbox);
}

}  // namespace

Memory Memory::recall(const build::Kit& kit) {
  Memory memory(kit.build_dir / "doctor.json", key_of(kit));
  const auto text = os::read_file(memory.file_);
  if (!text) return memory;
  const auto json = nlohmann::json::parse(*text, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object() || json.value("key", nlohmann::json()) != memory.key_) return memory;
  const auto good = json.find("good");
  if (good == json.end() || !good->is_object()) return memory;
  for (const auto& [name, entry] : good->items()) {
    if (!entry.is_array() || entry.size() != 3 || !entry[0].is_string() || !entry[1].is_string() ||
        !entry[2].is_string()) {
      continue;
    }
    memory.good_[name] = {
        .id = entry[0], .what = entry[1], .level = Level::kGood, .result = entry[2], .consequence = "", .fix = ""};
  }
  return memory;
}

Probe Memory::recalled_or(const std::string& name, const std::function<Probe()>& examine) {
  if (const auto found = good_.find(name); found != good_.end()) return found->second;
  Probe probe = examine();
  if (probe.level == Level::kGood) {
    good_[name] = probe;
    changed_ = true;
  }
  return probe;
}

void Memory::keep() const {
  if (!changed_) return;
  nlohmann::json good = nlohmann::json::object();
  for (const auto& [name, probe] : good_) good[name] = {probe.id, probe.what, probe.result};
  (void)os::write_file(file_, nlohmann::json{{"key", key_}, {"good", good}}.dump(2) + "\n");
}

}  // namespace lockstep::doctor
