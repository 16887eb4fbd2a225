#include "explorer/memory/shadow.h"

#include <algorithm>

namespace lockstep::explorer {
/// The end of a block stays: it is first, as it was there before the block was used.
void Shadow::drop_oldest(Cell& cell) {
  auto* const oldest = cell.accesses.begin() + (cell.accesses[0].kind == Access::kEnd ? 1 : 0);
  std::copy(oldest + 1, cell.accesses.end(), oldest);
}

const Access* Shadow::note_in(Cell& cell, const Access& access, const VectorClock& now) {
  std::uint8_t kept = 0;
  Access* same = nullptr;
  for (std::uint8_t i = 0; i < cell.used; ++i) {
    const Access& old = cell.accesses[i];
    if (old.kind == Access::kEnd && (old.bytes & access.bytes) != 0) return &old;
    const bool in_order = old.thread == access.thread || old.clock <= now[old.thread];
    if (!in_order && conflict(old, access)) return &old;
    if (in_order) {
      if (old.kind == Access::kFree && access.kind != Access::kFree) return &old;
      if (ordered_ != nullptr && old.thread != access.thread && conflict(old, access)) {
        ordered_->emplace(old.place, access.place);
      }
      if (covers(access, old)) continue;
    }
    if (kept != i) cell.accesses[kept] = old;
    if (is_same_step(cell.accesses[kept], access)) same = &cell.accesses[kept];
    ++kept;
  }
  if (same != nullptr) {
    same->bytes |= access.bytes;
    cell.used = kept;
    return nullptr;
  }
  if (kept == kSlots) {
    drop_oldest(cell);
    --kept;
  }
  cell.accesses[kept].become(access.clock, access.place, access.thread, access.bytes, access.kind);
  cell.used = static_cast<std::uint8_t>(kept + 1);
  return nullptr;
}

const Access* Shadow::note(std::uintptr_t address, std::size_t size, Access::Kind kind, std::uint32_t place,
                           ThreadId thread, const VectorClock& now) {
  Access access{
      .clock = now[thread], .thread = static_cast<std::uint8_t>(thread), .bytes = 0, .kind = kind, .place = place};
  while (size > 0) {
    const std::size_t first = address % kGranule;
    const std::size_t count = std::min(size, kGranule - first);
    access.bytes = static_cast<std::uint8_t>(((1U << count) - 1) << first);
    Page& of = page(address);
    Cell& cell = of.cells[address % kPageSize / kGranule];
    if (cell.generation != of.generation) {
      cell.generation = of.generation;
      cell.used = 1;
      cell.accesses[0].become(access.clock, place, thread, access.bytes, kind);
    } else if (const Access* earlier = note_in(cell, access, now)) {
      return earlier;
    }
    address += count;
    size -= count;
  }
  return nullptr;
}

void Shadow::note_end(std::uintptr_t address, std::size_t size, std::uint32_t block, std::uint32_t place,
                      ThreadId thread) {
  const std::uintptr_t end = address + size;
  while (address < end) {
    const std::size_t count = std::min(end - address, kGranule - address % kGranule);
    Page& of = page(address);
    Cell& cell = of.cells[address % kPageSize / kGranule];
    cell.generation = of.generation;
    cell.used = 1;
    cell.accesses[0].become(block, place, thread, bytes_of(address, count), Access::kEnd);
    address += count;
  }
}

void Shadow::forget(std::uintptr_t address, std::size_t size) {
  const std::uintptr_t end = address + size;
  if (size / kPageSize > pages_.size()) {  // a stack, of which little was used
    for (auto& [number, page] : pages_) {
      const std::uintptr_t begin = number * kPageSize;
      if (begin < end && begin + kPageSize > address) {
        forget(*page, std::max(address, begin), std::min(end, begin + kPageSize));
      }
    }
    return;
  }
  while (address < end) {
    const std::uintptr_t number = address / kPageSize;
    const std::uintptr_t last = std::min(end, (number + 1) * kPageSize);
    if (const auto found = pages_.find(number); found != pages_.end()) forget(*found->second, address, last);
    address = last;
  }
}

void Shadow::forget(Page& page, std::uintptr_t address, std::uintptr_t end) {
  if (end - address == kPageSize) {
    page.generation = ++generation_;
  } else {
    for (; address < end; address += kGranule) page.cells[address % kPageSize / kGranule].generation = 0;
  }
}

Shadow::Page& Shadow::find_page(std::uintptr_t address) {
  auto& owned = pages_[address / kPageSize];
  if (owned == nullptr) owned = std::make_unique<Page>();
  if (owned->schedule != schedule_) {
    owned->schedule = schedule_;
    owned->generation = ++generation_;
  }
  if (!slowed_down_) cached_of(address) = {key_of(address), owned.get()};
  return *owned;
}

void Shadow::slow_down(bool slow) {
  slowed_down_ = slow;
  if (slow) cached_.fill({});
}

void Shadow::begin(bool quickly) {
  slowed_down_ = false;
  quickly_ = quickly && ordered_ == nullptr;
  if (pages_.size() > kMostPages) pages_.clear();
  ++schedule_;
  // Numbers of pages have 35 bits, so that keys of 2^28 schedules differ. Then there is nothing to be found any more.
  constexpr std::uint64_t kKeys = std::uint64_t{1} << 36;
  first_key_ += kKeys;
  if (first_key_ == 0) {
    cached_.fill({});
    first_key_ = kKeys;
  }
}

}  // namespace lockstep::explorer
