#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

#include "explorer/limits.h"
#include "explorer/memory/vector_clock.h"

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
    const Cached& cached = cached_[address / kPageSize % kCached];
    const std::size_t first = address % kGranule;
    if (cached.number != address / kPageSize || first + size > kGranule) return false;
    const Cell& cell = cached.page->cells[address % kPageSize / kGranule];
    const Access& last = cell.accesses[0];
    const std::uint32_t bytes = ((1U << size) - 1) << first;
    return cell.generation == cached.page->generation && cell.used == 1 && last.clock == clock &&
           last.thread == thread && (last.bytes & bytes) == bytes && (last.kind == kind || last.kind == Access::kWrite);
  }

  /// \return the earlier access that nothing orders before this one, and this one is not noted; null when there is none
  [[nodiscard]] const Access* note(std::uintptr_t address, std::size_t size, Access::Kind kind, std::uint32_t place,
                                   ThreadId thread, const VectorClock& now);

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
  struct Cached {
    std::uintptr_t number = 0;
    Page* page = nullptr;
  };

  Page& page(std::uintptr_t number) {
    Cached& cached = cached_[number % kCached];
    return cached.number == number && cached.page != nullptr ? *cached.page : find_page(number);
  }
  Page& find_page(std::uintptr_t number);
  static const Access* note_in(Cell& cell, const Access& access, const VectorClock& now);

  std::unordered_map<std::uintptr_t, std::unique_ptr<Page>> pages_;
  std::array<Cached, kCached> cached_{};
  std::uint32_t schedule_ = 0;
  std::uint32_t generation_ = 0;
};

}  // namespace lockstep::explorer
