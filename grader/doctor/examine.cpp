#include <algorithm>
#include <functional>
#include <string_view>

#include "doctor/doctor.h"
#include "doctor/machine.h"
#include "doctor/memory.h"
#include "doctor/probes.h"

namespace lockstep::doctor {
namespace {

struct Step {
  std::string_view what;
  std::function<Probe()> examine;
};

std::vector<Probe> take(const std::vector<Step>& steps, const ProbeContext& here) {
  std::vector<Probe> probes;
  for (const Step& step : steps) {
    if (here.stop.stop_requested()) break;
    if (here.progress) here.progress(step.what);
    probes.push_back(step.examine());
  }
  return probes;
}

}  // namespace

std::vector<Probe> examine(const ProbeContext& here) {
  const Machine machine = real_machine(here.kit, here.selection, here.stop);
  return take({{"compilers", [&] { return probe_compiler(machine, "g++"); }},
               {"compilers", [&] { return probe_compiler(machine, "clang++"); }},
               {"cmake", [&] { return probe_builder(machine, "cmake", "cmake"); }},
               {"ninja", [&] { return probe_builder(machine, "ninja", "ninja-build"); }},
               {"mold", [&] { return probe_linker(machine); }},
               {"libraries", [&] { return probe_libraries(machine); }},
               {"ThreadSanitizer", [&] { return probe_thread_sanitizer(machine); }},
               {"AddressSanitizer", [&] { return probe_address_sanitizer(machine); }},
               {"LeakSanitizer", [&] { return probe_leak_sanitizer(machine); }},
               {"UndefinedBehaviorSanitizer", [&] { return probe_undefined_sanitizer(machine); }},
               {"sandbox", [&] { return probe_sandbox(here.selection); }},
               {"limits", [&] { return probe_memory_limit(machine); }},
               {"cores", [&] { return probe_cores(here.cores); }},
               {"cores", [&] { return probe_speedup_now(); }}},
              here);
}

std::vector<Probe> examine_for(const ProbeContext& here, std::span<const build::Flavour> flavours) {
  const Machine machine = real_machine(here.kit, here.selection, here.stop);
  const auto needed = [&](build::Flavour flavour) {
    return std::find(flavours.begin(), flavours.end(), flavour) != flavours.end();
  };
  std::vector<Step> steps;
  if (needed(build::Flavour::kTsan)) {
    steps.push_back({"ThreadSanitizer", [&] { return probe_thread_sanitizer(machine); }});
  }
  if (needed(build::Flavour::kAsan)) {
    steps.push_back({"AddressSanitizer", [&] { return probe_address_sanitizer(machine); }});
    steps.push_back({"LeakSanitizer", [&] { return probe_leak_sanitizer(machine); }});
  }
  Memory memory = Memory::recall(here.kit);
  for (Step& step : steps) {
    step.examine = [&memory, what = std::string(step.what), examine = step.examine] {
      return memory.recalled_or(what, examine);
    };
  }
  auto probes = take(steps, here);
  memory.keep();
  return probes;
}

}  // namespace lockstep::doctor
