#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>

/// Both ends in one word: so each change is one step. A strip has less than 2^32 tiles.
class Strip {
 public:
  Strip(std::size_t begin, std::size_t end) : first_(begin), ends_(packed({.begin = 0, .end = end - begin})) {}
  Strip(const Strip&) = delete;
  Strip& operator=(const Strip&) = delete;
  ~Strip() = default;

  [[nodiscard]] std::optional<std::size_t> take() {
    std::uint64_t old = ends_.load();
    while (true) {
      const Ends ends = unpacked(old);
      if (ends.begin == ends.end) return std::nullopt;
      if (ends_.compare_exchange_strong(old, packed({.begin = ends.begin + 1, .end = ends.end}))) {
        return first_ + ends.begin;
      }
    }
  }

  [[nodiscard]] std::optional<std::size_t> steal() {
    std::uint64_t old = ends_.load();
    while (true) {
      const Ends ends = unpacked(old);
      if (ends.begin == ends.end) return std::nullopt;
      if (ends_.compare_exchange_strong(old, packed({.begin = ends.begin, .end = ends.end - 1}))) {
        return first_ + ends.end - 1;
      }
    }
  }

  [[nodiscard]] std::size_t left() const {
    const Ends ends = unpacked(ends_.load());
    return ends.end - ends.begin;
  }

 private:
  struct Ends {
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
  };

  static std::uint64_t packed(const Ends& ends) { return ends.begin << 32U | ends.end; }
  static Ends unpacked(std::uint64_t word) { return {.begin = word >> 32U, .end = word & 0xffffffffU}; }

  const std::size_t first_;
  std::atomic<std::uint64_t> ends_;
};
