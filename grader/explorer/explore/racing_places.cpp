#include "explorer/explore/racing_places.h"

#include <algorithm>
#include <cstring>

#include "explorer/engine/engine.h"

namespace lockstep::explorer {
namespace {

/// A loop that reads the same value again and again waits for another thread.
void read_again(const void* memory, std::size_t size, Place place) {
  Engine& run = engine();
  std::uint64_t value = 0;
  std::memcpy(&value, memory, std::min(size, sizeof value));
  run.looked_again(run.self().spin.observed(memory, place, value));
}

}  // namespace

bool RacingPlaces::about_to_access(std::uintptr_t address, std::size_t size, Access::Kind kind, std::uint32_t place) {
  if (kind != Access::kRead && kind != Access::kWrite) return false;
  if (std::find(places_.begin(), places_.end(), place) == places_.end()) return false;
  Engine& run = engine();
  const auto* memory = reinterpret_cast<const void*>(address);
  const bool writes = kind == Access::kWrite;
  run.step({.kind = writes ? OpKind::kWrite : OpKind::kRead, .place = place, .object = memory, .also = nullptr});
  if (writes) {
    run.made_progress();
  } else {
    read_again(memory, size, place);
  }
  return false;
}

}  // namespace lockstep::explorer
