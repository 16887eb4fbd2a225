#include "explorer/interpose/lifetime.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <utility>

#include "explorer/engine/engine.h"
#include "explorer/engine/exploring.h"
#include "explorer/model/describe.h"
#include "explorer/model/out_of_bounds.h"

namespace lockstep::explorer {
namespace {

/// What stands in an object's memory when it has been destroyed. Whatever makes it anew, or another object there,
/// writes over it.
struct Gravestone {
  std::uint32_t mark = 0xDE57'0BED;
  std::uint32_t schedule = 0;  ///< memory that outlives a schedule may keep it
  Place place = 0;
  std::uint32_t thread = 0;
};

/// \return what a destroyed object has left in this schedule, where its memory has it still
std::optional<Gravestone> gravestone_in(const ObjectMemory& memory) {
  const auto mark = read_of_program(*static_cast<const std::uint32_t*>(memory.address));
  if (mark != Gravestone{}.mark || memory.size < sizeof(Gravestone)) return std::nullopt;
  Gravestone found;
  std::memcpy(&found, memory.address, sizeof found);
  return found.schedule == engine().sync().generation() ? std::optional(found) : std::nullopt;
}

SyncObject& object_in(const ObjectMemory& memory) { return engine().sync().at(memory.address, memory.kind); }

std::string name_of(const ObjectMemory& memory) { return describe(engine(), object_in(memory)); }

/// Whether what happens in another order is no finding: where orders of locks are looked at, and at the end of a
/// thread, whose library orders its own accesses by means that are not seen.
bool nobody_asks() { return engine().rules().lock_orders != nullptr || engine().self().leaving; }

/// \return an earlier access that nothing orders before this one; null when there is none, or nobody asks
const Access* unordered(const ObjectMemory& memory, Access::Kind kind, Place place) {
  Engine& run = engine();
  const auto at = reinterpret_cast<std::uintptr_t>(memory.address);
  const std::size_t size = std::min<std::size_t>(memory.size, 8);  // a granule: what ends, or is made, has all of it
  const Shadow::Granule granule = run.shadow().granule(at, size);
  if (kind == Access::kRead && granule.cell != nullptr &&
      run.shadow().note_at_once<Access::kRead>(granule, place, run.current(), run.self().clock)) {
    return nullptr;
  }
  const Access* earlier = run.shadow().note(at, size, kind, place, run.current(), run.self().clock);
  return nobody_asks() ? nullptr : earlier;
}

[[noreturn]] void destroyed_unordered(const SyncObject& object, ThreadId user, std::string_view verb, Place used_at,
                                      Place place) {
  engine().fail({.kind = FindingKind::kUseAfterFree,
                 .message = "Use after free: " + describe(user) + " " + std::string(verb) + " " +
                            describe(engine(), object) + " at " + mark(used_at) + ", and " +
                            describe(engine().current()) + " destroys it at " + mark(place) +
                            ", and nothing orders the two: in another schedule it is gone when it is used.",
                 .places = {used_at, place},
                 .address = 0});
}

[[noreturn]] void used_unordered(const ObjectMemory& memory, std::string_view verb, Place place,
                                 const Access& earlier) {
  Engine& run = engine();
  if (earlier.kind == Access::kEnd) run.fail(out_of_bounds(earlier, run.current(), "uses " + name_of(memory), place));
  const bool freed = earlier.kind == Access::kFree;
  const std::string who = describe(run.current()) + " " + std::string(verb) + " ";
  const std::string before = describe(ThreadId{earlier.thread}) + (freed ? " frees " : " writes ");
  run.fail({.kind = freed ? FindingKind::kUseAfterFree : FindingKind::kDataRace,
            .message = (freed ? "Use after free: " : "Data race: ") + before + "the memory of " + name_of(memory) +
                       " at " + mark(earlier.place) + ", and " + who + "it at " + mark(place) +
                       (freed ? ". The memory may already be another object's." : ", and nothing orders the two."),
            .places = {earlier.place, place},
            .address = 0});
}

}  // namespace

void note_use(const ObjectMemory& memory, std::string_view verb, const void* caller) {
  Engine& run = engine();
  const Place place = run.place_of(caller);
  const auto gravestone = gravestone_in(memory);
  if (const Access* earlier = unordered(memory, Access::kRead, place)) used_unordered(memory, verb, place, *earlier);
  if (!gravestone) return;
  run.fail({.kind = FindingKind::kLockMisuse,
            .message = describe(run.current()) + " " + std::string(verb) + " " + name_of(memory) + " at " +
                       mark(place) + ", but " + describe(static_cast<ThreadId>(gravestone->thread)) +
                       " has destroyed it at " + mark(gravestone->place) +
                       ". Destroy it only when no thread can use it any more.",
            .places = {gravestone->place, place},
            .address = 0});
}

SyncObject& lock_in(const ObjectMemory& memory, const void* caller) {
  SyncObject& lock = object_in(memory);
  if (!std::exchange(lock.is_used, true)) note_use(memory, "uses", caller);
  return lock;
}

void note_end_of_mutex(const SyncObject& mutex, Place place) {
  const ThreadId user = mutex.released_by;
  if (user < 0 || nobody_asks() || mutex.clock[user] <= engine().self().clock[user]) return;
  const auto& trusted = engine().places().trusted;
  if (trusted != nullptr && (trusted(place) || trusted(mutex.released_at))) return;
  destroyed_unordered(mutex, user, "unlocks", mutex.released_at, place);
}

void note_end(const ObjectMemory& memory, const void* caller) {
  Engine& run = engine();
  const Place place = run.place_of(caller);
  if (const Access* earlier = unordered(memory, Access::kFree, place)) {
    destroyed_unordered(object_in(memory), ThreadId{earlier->thread}, "uses", earlier->place, place);
  }
  run.shadow().forget(reinterpret_cast<std::uintptr_t>(memory.address), memory.size);
  if (memory.size < sizeof(Gravestone)) return;
  const Gravestone left{
      .schedule = run.sync().generation(), .place = place, .thread = static_cast<std::uint32_t>(run.current())};
  std::memcpy(memory.address, &left, sizeof left);
}

}  // namespace lockstep::explorer
