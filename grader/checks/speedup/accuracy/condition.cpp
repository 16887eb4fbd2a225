#include "checks/speedup/accuracy/condition.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace lockstep::checks::speedup {
namespace {

constexpr std::array<std::string_view, 5> kConditions{"idle", "busy1", "busy2", "quota1", "quota1.5"};

Result<Condition> busy(int count) {
  return process::BusyProcesses::start(count).map(
      [](process::BusyProcesses&& started) { return Condition(std::move(started)); });
}

Result<Condition> quota(double cores) {
  return CpuQuota::enter(cores).map([](CpuQuota&& entered) { return Condition(std::move(entered)); });
}

}  // namespace

std::span<const std::string_view> conditions() { return kConditions; }

bool is_condition(std::string_view name) { return std::ranges::find(kConditions, name) != kConditions.end(); }

Result<Condition> bring_about(std::string_view name) {
  assert(is_condition(name));
  if (name == "busy1") return busy(1);
  if (name == "busy2") return busy(2);
  if (name == "quota1") return quota(1);
  if (name == "quota1.5") return quota(1.5);
  return Condition();
}

}  // namespace lockstep::checks::speedup
