#include "explorer/interpose/lifetime.h"

#include <cstdint>
#include <cstring>
#include <string>

#include "explorer/engine/engine.h"
#include "explorer/interpose/locks.h"
#include "explorer/model/describe.h"

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

Gravestone gravestone_at(const void* address) {
  Gravestone found;
  std::memcpy(&found, address, sizeof found);
  return found;
}

std::string name_of(const ObjectMemory& memory) {
  return describe(engine(), engine().sync().at(memory.address, memory.kind));
}

/// \return an earlier access that nothing orders before this one; null when there is none, or nobody asks
const Access* unordered(const ObjectMemory& memory, Access::Kind kind, Place place) {
  Engine& run = engine();
  const auto at = reinterpret_cast<std::uintptr_t>(memory.address);
  const Access* earlier = run.shadow().note(at, sizeof(Gravestone), kind, place, run.current(), run.self().clock);
  return run.rules().lock_orders != nullptr || run.self().leaving ? nullptr : earlier;
}

[[noreturn]] void used_unordered(const ObjectMemory& memory, std::string_view verb, Place place,
                                 const Access& earlier) {
  Engine& run = engine();
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
  if (const Access* earlier = unordered(memory, Access::kRead, place)) used_unordered(memory, verb, place, *earlier);
  const Gravestone found = gravestone_at(memory.address);
  if (found.mark != Gravestone{}.mark || found.schedule != run.sync().generation()) return;
  run.fail({.kind = FindingKind::kLockMisuse,
            .message = describe(run.current()) + " " + std::string(verb) + " " + name_of(memory) + " at " +
                       mark(place) + ", but " + describe(static_cast<ThreadId>(found.thread)) +
                       " has destroyed it at " + mark(found.place) +
                       ". Destroy it only when no thread can use it any more.",
            .places = {found.place, place},
            .address = 0});
}

void note_end(const ObjectMemory& memory, const void* caller) {
  Engine& run = engine();
  const Place place = run.place_of(caller);
  if (const Access* earlier = unordered(memory, Access::kFree, place)) {
    run.fail({.kind = FindingKind::kUseAfterFree,
              .message = "Use after free: " + describe(ThreadId{earlier->thread}) + " uses " + name_of(memory) +
                         " at " + mark(earlier->place) + ", and " + describe(run.current()) + " destroys it at " +
                         mark(place) + ", and nothing orders the two: in another schedule it is gone when it is used.",
              .places = {earlier->place, place},
              .address = 0});
  }
  run.shadow().forget(reinterpret_cast<std::uintptr_t>(memory.address), sizeof(Gravestone));
  const Gravestone left{
      .schedule = run.sync().generation(), .place = place, .thread = static_cast<std::uint32_t>(run.current())};
  std::memcpy(memory.address, &left, sizeof left);
}

}  // namespace lockstep::explorer
