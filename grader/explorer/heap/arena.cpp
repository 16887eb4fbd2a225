#include "explorer/heap/arena.h"

#include <sys/mman.h>

#include <algorithm>
#include <bit>
#include <utility>

namespace lockstep::explorer {
namespace {

constexpr std::uintptr_t kUsualPlace = 0x2000'0000'0000;
constexpr std::size_t kLargest = std::size_t{1} << 30;

// What is kept back of freed blocks at most.
constexpr std::size_t kMostFreedBlocks = 16'384;
constexpr std::size_t kMostFreedBytes = 64 << 20;

/// A schedule's blocks begin at a page: hashes that look at an address's low bits stay the same when the place moves.
/// Where it moves in schedule after schedule, a page each time would fill the machine.
constexpr std::uintptr_t kPage = 4096;
constexpr std::uint64_t kMovesByPages = 1000;

constexpr std::uintptr_t round_up(std::uintptr_t value, std::uintptr_t to) { return (value + to - 1) & ~(to - 1); }

}  // namespace

/// Small sizes are exact, larger ones are four to a doubling.
Arena::SizeClass Arena::class_of(std::size_t units) {
  constexpr std::size_t kExact = 64;
  if (units <= kExact) return {units - 1, units};
  const auto log = static_cast<std::size_t>(std::bit_width(units - 1)) - 1;  // units in (2^log, 2^(log+1)]
  const std::size_t step = std::size_t{1} << (log - 2);
  const std::size_t quarter = (units - (std::size_t{1} << log) + step - 1) / step;  // 1 to 4
  return {kExact + (log - 6) * 4 + quarter - 1, (std::size_t{1} << log) + quarter * step};
}

bool Arena::map() {
  constexpr int kFlags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE;
  void* range =
      mmap(reinterpret_cast<void*>(kUsualPlace), kRange, PROT_READ | PROT_WRITE, kFlags | MAP_FIXED_NOREPLACE, -1, 0);
  if (range == MAP_FAILED) range = mmap(nullptr, kRange, PROT_READ | PROT_WRITE, kFlags, -1, 0);
  unavailable_ = range == MAP_FAILED;
  if (unavailable_) return false;
  madvise(range, kRange, MADV_NOHUGEPAGE);
  begin_ = reinterpret_cast<std::uintptr_t>(range);
  floor_ = top_ = begin_ + kPage;  // unit 0 is no block's
  return true;
}

Arena::Block Arena::allocate(std::size_t size, std::size_t alignment, bool own) {
  if (size > kLargest || alignment > kLargest || (begin_ == 0 && (unavailable_ || !map()))) return {};
  const SizeClass size_class = class_of(units_of(size));
  if (freed_blocks_ > kMostFreedBlocks || freed_units_ > kMostFreedBytes / kUnit) [[unlikely]] {
    if (void* block = reuse(size_class, size, alignment, own)) return {block, true};
  }
  const std::uintptr_t block = round_up(top_ + sizeof(Header), alignment);
  const std::uintptr_t end = block + size_class.units * kUnit;
  if (end > begin_ + kRange) return {};
  if (const std::uintptr_t gap = block - sizeof(Header) - top_; gap > 0) {
    *reinterpret_cast<Header*>(top_) = {.room = static_cast<std::uint32_t>(gap / kUnit - 1)};
  }
  reinterpret_cast<Header*>(block)[-1] = {.bytes = static_cast<std::uint32_t>(size),
                                          .room = static_cast<std::uint32_t>(size_class.units),
                                          .state = State::kUsed,
                                          .own = own};
  top_ = end;
  ++used_;
  return {reinterpret_cast<void*>(block), false};
}

/// The oldest freed block of the size class.
void* Arena::reuse(const SizeClass& size, std::size_t bytes, std::size_t alignment, bool own) {
  Freed& freed = freed_[size.number];
  if (freed.first == 0) return nullptr;
  Header* const header = header_at(freed.first);
  if (reinterpret_cast<std::uintptr_t>(header + 1) % alignment != 0) return nullptr;
  freed.first = header->next;
  *header = {.bytes = static_cast<std::uint32_t>(bytes), .room = header->room, .state = State::kUsed, .own = own};
  --freed_blocks_;
  freed_units_ -= size.units;
  ++used_;
  return header + 1;
}

void Arena::free(void* block) {
  Header* const header = static_cast<Header*>(block) - 1;
  if (header->state != State::kUsed) return;  // freed twice, in a library
  header->state = State::kFree;
  if (reinterpret_cast<std::uintptr_t>(block) < floor_) return;  // of an earlier schedule
  --used_;
  ++freed_blocks_;
  freed_units_ += header->room;
  header->next = 0;
  const auto unit = static_cast<std::uint32_t>((reinterpret_cast<std::uintptr_t>(header) - begin_) / kUnit);
  const std::size_t number = class_of(units_of(header->bytes)).number;
  classes_freed_ = std::max(classes_freed_, number + 1);
  Freed& freed = freed_[number];
  if (freed.first == 0) {
    freed.first = unit;
  } else {
    header_at(freed.last)->next = unit;
  }
  freed.last = unit;
}

std::size_t Arena::size(const void* block) { return (static_cast<const Header*>(block) - 1)->bytes; }

std::size_t Arena::gap_behind(const void* block) {
  const std::size_t bytes = size(block);
  return units_of(bytes) * kUnit - bytes + sizeof(Header);
}

void Arena::end_schedule(bool drops_own) {
  std::uintptr_t kept_end = floor_;
  if (used_ > 0) {
    for (std::uintptr_t at = floor_; at < top_;) {
      const Header& header = *reinterpret_cast<const Header*>(at);
      at += (std::uintptr_t{header.room} + 1) * kUnit;
      if (header.state == State::kUsed && !(drops_own && header.own)) kept_end = at;
    }
  }
  if (kept_end != floor_) floor_ = round_up(kept_end, moves_++ < kMovesByPages ? kPage : kUnit);
  top_ = floor_;
  used_ = freed_blocks_ = freed_units_ = 0;
  std::fill_n(freed_.begin(), std::exchange(classes_freed_, 0), Freed{});
}

}  // namespace lockstep::explorer
