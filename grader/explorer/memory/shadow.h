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
  enum Kind : std::uint8_t { kRead = 0, kWrite = 1, kAtomicRead = 2, kAtomicWrite = 3, kFree = 5 };

  std::uint32_t clock = 0;  ///< of its thread, when it was made
  std::uint32_t place = 0;  ///< where in the program: an offset from the image's first address
  std::uint8_t thread = 0;
  std::uint8_t bytes = 0;  ///< which bytes of the granule, a bit each
  Kind kind = kRead;

  [[nodiscard]] bool writes() const { return (kind & 1) != 0; }
  [[nodiscard]] bool atomic() const { return (kind & 2) != 0; }
};

/// The access histories of memory, 8 bytes (a granule) each, in the manner of ThreadSanitizer and FastTrack (Flanagan,
/// Freund, PLDI 2009): of each granule the accesses that no later one covers. Histories of an earlier schedule carry an
/// old generation and count as empty, so that nothing is cleared between schedules.
class Shadow {
 public:
  /// The same, when it is quickly told that it is all right: the same thread has accessed the same bytes last, in the
  /// same way or by a write, and has released nothing since. \return false when `note` must look
  [[nodiscard]] bool note_quickly(std::uintptr_t address, std::size_t size, Access::Kind kind, ThreadId thread,
                                  std::uint32_t clock) const {
    const Cached& cached = cached_of(address);
    const std::size_t first = address % kGranule;
    if (cached.key != key_of(address) || first + size > kGranule) return false;
    const Cell& cell = cached.page->cells[address % kPageSize / kGranule];
    if (cell.generation != cached.page->generation) return false;
    const Access& last = cell.accesses[cell.used - 1U];
    const std::uint32_t bytes = ((1U << size) - 1) << first;
    return last.clock == clock && last.thread == thread && (last.bytes & bytes) == bytes &&
           (last.kind == kind || last.kind == Access::kWrite);
  }

  /// The same for an access within a granule that races with no other, where there is room for it: making room takes a
  /// memmove, and a call of that would be taken for the program's. \return false when `note` must look
  [[nodiscard]] bool note_granule(std::uintptr_t address, std::size_t size, Access::Kind kind, std::uint32_t place,
                                  ThreadId thread, const VectorClock& now) {
    const Cached& cached = cached_of(address);
    const std::size_t first = address % kGranule;
    if (cached.key != key_of(address) || first + size > kGranule) return false;
    Cell& cell = cached.page->cells[address % kPageSize / kGranule];
    const auto bytes = static_cast<std::uint8_t>(((1U << size) - 1) << first);
    const Access access{.clock = now[thread],
                        .place = place,
                        .thread = static_cast<std::uint8_t>(thread),
                        .bytes = bytes,
                        .kind = kind};
    if (cell.generation == cached.page->generation) {
      // Nobody else has come since: what was right then is right now, and covers the same.
      Access& last = cell.accesses[cell.used - 1U];
      if (last.thread == access.thread && last.kind == kind && last.bytes == bytes && ordered_ == nullptr) {
        last.clock = access.clock;
        last.place = place;
        return true;
      }
      return cell.used < kSlots && note_in(cell, access, now) == nullptr;
    }
    cell.generation = cached.page->generation;
    cell.used = 1;
    cell.accesses[0] = access;
    return true;
  }

  /// \return the earlier access that nothing orders before this one, and this one is not noted; null when there is none
  [[nodiscard]] const Access* note(std::uintptr_t address, std::size_t size, Access::Kind kind, std::uint32_t place,
                                   ThreadId thread, const VectorClock& now);

  /// Notes in `to`, when it is not null, the places of each two accesses of different threads that would race if
  /// nothing ordered them.
  void note_ordered(std::set<std::pair<std::uint32_t, std::uint32_t>>* to) { ordered_ = to; }

  /// Forgets all accesses to a range: it is new memory.
  void forget(std::uintptr_t address, std::size_t size);

  /// A new schedule: all histories are empty.
  void begin();

 private:
  static constexpr std::size_t kSlots = 6;
  static constexpr std::size_t kGranule = 8;
  static constexpr std::size_t kPageSize = 4096;
  static constexpr std::size_t kGranules = kPageSize / kGranule;
  static constexpr std::size_t kCached = 64;
  static constexpr std::size_t kMostPages =
      16'384;  ///< 576 MB of histories; beyond, they are dropped between schedules

  struct Cell {
    std::uint32_t generation = 0;
    std::uint8_t used = 0;
    std::array<Access, kSlots> accesses{};
  };
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

  /// Of the address's page in this schedule: other schedules have other keys.
  [[nodiscard]] std::uint64_t key_of(std::uintptr_t address) const { return address / kPageSize + first_key_; }
  [[nodiscard]] Cached& cached_of(std::uintptr_t address) { return cached_[address / kPageSize % kCached]; }
  [[nodiscard]] const Cached& cached_of(std::uintptr_t address) const { return cached_[address / kPageSize % kCached]; }
  Page& page(std::uintptr_t address) {
    const Cached& cached = cached_of(address);
    return cached.key == key_of(address) ? *cached.page : find_page(address);
  }
  Page& find_page(std::uintptr_t address);
  void forget(Page& page, std::uintptr_t address, std::uintptr_t end);
  const Access* note_in(Cell& cell, const Access& access, const VectorClock& now);

  std::set<std::pair<std::uint32_t, std::uint32_t>>* ordered_ = nullptr;
  std::unordered_map<std::uintptr_t, std::unique_ptr<Page>> pages_;
  std::array<Cached, kCached> cached_{};
  std::uint64_t first_key_ = 0;
  std::uint32_t schedule_ = 0;
  std::uint32_t generation_ = 0;
};

}  // namespace lockstep::explorer
