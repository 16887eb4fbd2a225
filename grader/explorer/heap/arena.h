#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace lockstep::explorer {

/// Memory whose addresses are the same whenever the same blocks are asked for in the same order: one range at a fixed
/// address, handed out from its beginning. A freed block stays unused until the schedule ends, or until so much was
/// freed that the oldest of its size is handed out again.
class Arena {
 public:
  struct Block {
    void* memory = nullptr;
    bool used_before = false;  ///< in this schedule
  };

  /// \param alignment  a power of two
  /// \param own  the program's own code asks, not a library on its behalf
  /// \return null when there is no room, or `size` is more than an arena is for
  Block allocate(std::size_t size, std::size_t alignment, bool own);

  void free(void* block);

  [[nodiscard]] bool has(const void* block) const {
    return reinterpret_cast<std::uintptr_t>(block) - begin_ < kRange && begin_ != 0;
  }

  /// What may be written in `block`: the size that was asked for.
  [[nodiscard]] static std::size_t size(const void* block);

  /// How many bytes behind the block are no other block's, 16 at least.
  [[nodiscard]] static std::size_t gap_behind(const void* block);

  /// The schedule is over: the next one's blocks lie where this one's did, or, when some that are still used are to
  /// stay, above the highest of these.
  /// \param drops_own  those that the program's own code asked for are used no more
  void end_schedule(bool drops_own);

  /// How often the place has changed where a schedule's blocks begin.
  [[nodiscard]] std::uint64_t moves() const { return moves_; }

 private:
  static constexpr std::size_t kUnit = 16;
  static constexpr std::uintptr_t kRange = std::uintptr_t{64} << 30;
  static constexpr std::size_t kClasses = 64 + 4 * 26;

  enum class State : std::uint8_t { kGap, kUsed, kFree };

  /// Lies right before each block.
  struct Header {
    std::uint32_t bytes = 0;  ///< of the block, as asked for
    std::uint32_t room = 0;   ///< units until the next header
    State state = State::kGap;
    bool own = false;
    std::array<std::uint8_t, 2> unused{};
    std::uint32_t next = 0;  ///< the block that was freed next, of the same size; 0: none
  };
  static_assert(sizeof(Header) == kUnit);

  /// Freed blocks, the oldest first. Units from the arena's beginning.
  struct Freed {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
  };

  struct SizeClass {
    std::size_t number = 0;
    std::size_t units = 0;  ///< what its blocks have room for
  };
  static SizeClass class_of(std::size_t units);
  [[nodiscard]] static std::size_t units_of(std::size_t bytes) { return bytes == 0 ? 1 : (bytes + kUnit - 1) / kUnit; }

  bool map();
  void* reuse(const SizeClass& size, std::size_t bytes, std::size_t alignment, bool own);
  [[nodiscard]] Header* header_at(std::uint32_t unit) const {
    return reinterpret_cast<Header*>(begin_ + std::uintptr_t{unit} * kUnit);
  }

  std::uintptr_t begin_ = 0;
  std::uintptr_t floor_ = 0;  ///< where a schedule's blocks begin
  std::uintptr_t top_ = 0;    ///< where the next block begins
  bool unavailable_ = false;
  std::size_t used_ = 0;  ///< blocks above the floor that are in use
  std::size_t freed_blocks_ = 0;
  std::size_t freed_units_ = 0;
  std::uint64_t moves_ = 0;
  std::array<Freed, kClasses> freed_{};
  std::size_t classes_freed_ = 0;  ///< one more than the highest class of which a block was freed in this schedule
};

}  // namespace lockstep::explorer
