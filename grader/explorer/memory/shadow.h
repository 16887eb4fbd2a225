#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

#include "explorer/memory/vector_clock.h"
#include "explorer/schedule/thread_set.h"

namespace lockstep::explorer {

/// An access to memory as the shadow remembers it.
struct Access {
  /// kEnd is no access, but says that the bytes lie behind a block of the heap.
  enum Kind : std::uint8_t { kRead = 0, kWrite = 1, kAtomicRead = 2, kAtomicWrite = 3, kFree = 5, kEnd = 9 };

  std::uint32_t clock = 0;  ///< of its thread, when it was made; of kEnd, the block's bytes
  std::uint8_t thread = 0;
  std::uint8_t bytes = 0;  ///< which bytes of the granule, a bit each
  Kind kind = kRead;
  std::uint32_t place = 0;  ///< where in the program: an offset from the image's first address

  [[nodiscard]] bool writes() const { return (kind & 1) != 0; }
  [[nodiscard]] bool atomic() const { return (kind & 2) != 0; }
  /// Nobody may come after it to the same bytes.
  [[nodiscard]] bool forbids() const { return kind == kFree || kind == kEnd; }

  /// Member by member: put together elsewhere and copied at once, it would be read back before its parts are there.
  void become(std::uint32_t when, std::uint32_t where, ThreadId who, std::uint8_t which, Kind what) {
    clock = when;
    thread = static_cast<std::uint8_t>(who);
    bytes = which;
    kind = what;
    place = where;
  }
};

/// The access histories of memory, 8 bytes (a granule) each, in the manner of ThreadSanitizer and FastTrack (Flanagan,
/// Freund, PLDI 2009): of each granule the accesses that no later one covers. Histories of an earlier schedule carry an
/// old generation and count as empty, so that nothing is cleared between schedules.
class Shadow {
  static constexpr std::size_t kSlots = 6;

 public:
  /// The history of one granule.
  struct Cell {
    std::uint32_t generation = 0;
    std::uint8_t used = 0;
    std::array<Access, kSlots> accesses{};
  };

  /// Where an access is noted that lies within 8 bytes.
  struct Granule {
    Cell* cell = nullptr;
    std::uint32_t generation = 0;  ///< that the cell's history has when it is of this schedule
    std::uint8_t bytes = 0;
  };

  /// \return without a cell when the access lies in two granules, or its page was not used lately
  [[nodiscard, gnu::always_inline]] Granule granule(std::uintptr_t address, std::size_t size) const {
    const Cached& cached = cached_of(address);
    if (cached.key != key_of(address) || address % kGranule + size > kGranule) return {};
    return {.cell = &cached.page->cells[address % kPageSize / kGranule],
            .generation = cached.page->generation,
            .bytes = bytes_of(address, size)};
  }

  /// Whether `granule` gives no cell, so that each access comes to `note`; until the schedule ends, or it is no longer
  /// so.
  void slow_down(bool slow);

  /// Notes a plain access where that is done at once: it is the granule's first, or by the thread that made the last,
  /// or comes after all that there are. \return false when others must look
  template <Access::Kind kind>
  [[nodiscard, gnu::always_inline]] bool note_at_once(const Granule& granule, std::uint32_t place, ThreadId thread,
                                                      const VectorClock& now) const {
    Cell& cell = *granule.cell;
    const std::uint32_t clock = now[thread];
    if (cell.generation != granule.generation) {
      if (!quickly_) return false;
      cell.generation = granule.generation;
      cell.used = 1;
      cell.accesses[0].become(clock, place, thread, granule.bytes, kind);
      return true;
    }
    Access& last = cell.accesses[cell.used - 1U];
    if (last.thread == thread) {
      const bool same = last.kind == kind;
      if (last.clock == clock && (last.bytes & granule.bytes) == granule.bytes && (same || last.kind == Access::kWrite))
        return true;
      // Nobody else has come since: what was right then is right now, and covers the same.
      if (same && last.bytes == granule.bytes && quickly_) {
        last.clock = clock;
        last.place = place;
        return true;
      }
    }
    if (!quickly_ || !follows_all<kind>(cell, granule.bytes, now)) return false;
    cell.accesses[kind == Access::kWrite ? 0 : 1].become(clock, place, thread, granule.bytes, kind);
    cell.used = kind == Access::kWrite ? 1 : 2;
    return true;
  }

  /// Notes a plain access to a granule that has a history, where it races with none of it and covers all or none.
  /// \return false when `note` must look
  template <Access::Kind kind>
  [[nodiscard]] bool note_beside(Cell& cell, std::uint8_t bytes, std::uint32_t place, ThreadId thread,
                                 const VectorClock& now) const {
    if (!quickly_) return false;
    Access access;
    access.become(now[thread], place, thread, bytes, kind);
    unsigned covered = 0;
    for (unsigned i = 0; i < cell.used; ++i) {
      const Access& old = cell.accesses[i];
      if (old.forbids() || is_same_step(old, access)) return false;
      if (old.thread != access.thread && old.clock > now[old.thread]) {
        if (conflict(old, access)) return false;
      } else if (covers(access, old)) {
        ++covered;
      }
    }
    if (covered == cell.used) {
      cell.used = 0;
    } else if (covered != 0 || cell.used == kSlots) {
      return false;
    }
    cell.accesses[cell.used++].become(access.clock, place, thread, bytes, kind);
    return true;
  }

  /// \return the earlier access that nothing orders before this one, or after which there must be none, or the end of
  ///   the block that this one goes beyond, and this one is not noted; null when there is none
  [[nodiscard]] const Access* note(std::uintptr_t address, std::size_t size, Access::Kind kind, std::uint32_t place,
                                   ThreadId thread, const VectorClock& now);

  /// Notes in `to`, when it is not null, the places of each two accesses of different threads that would race if
  /// nothing ordered them. Holds from the next schedule on.
  void note_ordered(std::set<std::pair<std::uint32_t, std::uint32_t>>* to) { ordered_ = to; }

  /// Notes that a range, of which nothing was noted, lies behind a block of so many bytes.
  /// \param thread  has allocated it, at `place`
  void note_end(std::uintptr_t address, std::size_t size, std::uint32_t block, std::uint32_t place, ThreadId thread);

  /// Forgets all accesses to a range: it is new memory.
  void forget(std::uintptr_t address, std::size_t size);

  /// A new schedule: all histories are empty.
  /// \param quickly  accesses may be noted without `note`, which somebody watches otherwise
  void begin(bool quickly);

 private:
  static constexpr std::size_t kGranule = 8;
  static constexpr std::size_t kPageSize = 4096;
  static constexpr std::size_t kGranules = kPageSize / kGranule;
  static constexpr std::size_t kCached = 64;
  static constexpr std::size_t kMostPages =
      16'384;  ///< 576 MB of histories; beyond, they are dropped between schedules

  struct Page {
    std::uint32_t schedule = 0;
    std::uint32_t generation = 0;
    std::array<Cell, kGranules> cells{};
  };
  /// A page of this schedule, found without the table.
  struct Cached {
    std::uint64_t key = 0;
    Page* page = nullptr;
  };

  /// Whether whatever conflicts with `old` conflicts with `later`, of the same thread or ordered after it.
  [[nodiscard]] static bool covers(const Access& later, const Access& old) {
    if ((old.bytes & ~later.bytes) != 0) return false;
    return old.kind == later.kind || (later.writes() && !later.atomic()) || (!old.writes() && old.atomic());
  }

  /// One line that goes through neighbouring bytes, say.
  [[nodiscard]] static bool is_same_step(const Access& a, const Access& b) {
    return a.place == b.place && a.clock == b.clock && a.thread == b.thread && a.kind == b.kind;
  }

  /// Whether an access that is about to be made comes after all of the cell's, and is the first read since a write, or
  /// a write that covers them: what threads do that hand on memory in good order.
  template <Access::Kind kind>
  [[nodiscard, gnu::always_inline]] static bool follows_all(const Cell& cell, std::uint8_t bytes,
                                                            const VectorClock& now) {
    const auto comes_before = [&](const Access& old) { return old.clock <= now[old.thread]; };
    if constexpr (kind == Access::kRead) {
      const Access& only = cell.accesses[0];
      return cell.used == 1 && only.kind == Access::kWrite && comes_before(only);
    } else {
      for (unsigned i = 0; i < cell.used; ++i) {
        const Access& old = cell.accesses[i];
        if ((old.bytes & ~bytes) != 0 || old.forbids() || !comes_before(old)) return false;
      }
      return true;
    }
  }

  [[nodiscard]] static bool conflict(const Access& a, const Access& b) {
    return (a.bytes & b.bytes) != 0 && (a.writes() || b.writes()) && !(a.atomic() && b.atomic());
  }

  /// Of the address's page in this schedule: other schedules have other keys.
  [[nodiscard]] std::uint64_t key_of(std::uintptr_t address) const { return address / kPageSize + first_key_; }
  [[nodiscard]] Cached& cached_of(std::uintptr_t address) { return cached_[address / kPageSize % kCached]; }
  [[nodiscard]] const Cached& cached_of(std::uintptr_t address) const { return cached_[address / kPageSize % kCached]; }
  Page& page(std::uintptr_t address) {
    const Cached& cached = cached_of(address);
    return cached.key == key_of(address) ? *cached.page : find_page(address);
  }
  [[nodiscard]] static std::uint8_t bytes_of(std::uintptr_t address, std::size_t size) {
    return static_cast<std::uint8_t>(((1U << size) - 1) << address % kGranule);
  }
  Page& find_page(std::uintptr_t address);
  void forget(Page& page, std::uintptr_t address, std::uintptr_t end);
  const Access* note_in(Cell& cell, const Access& access, const VectorClock& now);
  static void drop_oldest(Cell& cell);

  std::set<std::pair<std::uint32_t, std::uint32_t>>* ordered_ = nullptr;
  std::unordered_map<std::uintptr_t, std::unique_ptr<Page>> pages_;
  std::array<Cached, kCached> cached_{};
  std::uint64_t first_key_ = 0;
  bool quickly_ = true;
  bool slowed_down_ = false;
  std::uint32_t schedule_ = 0;
  std::uint32_t generation_ = 0;
};

}  // namespace lockstep::explorer
