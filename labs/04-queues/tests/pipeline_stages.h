#pragma once

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "pipeline.h"

/// Stages that the tests use.
namespace pipeline_stages {

inline constexpr unsigned kWorkerCounts[] = {1, 2, 3, 4, 5, 7, 11, 13};

/// 0, 1, ..., end - 1.
inline Source numbers_below(Item end) {
  return [next = Item{0}, end]() mutable -> std::optional<Item> {
    if (next == end) return std::nullopt;
    return next++;
  };
}

/// 0, 1, 2, ...: without end.
inline Source all_numbers() {
  return [next = Item{0}]() mutable -> std::optional<Item> { return next++; };
}

inline Item square(Item item) { return item * item; }

inline std::vector<Item> squares_below(Item end) {
  std::vector<Item> squares;
  for (Item i = 0; i < end; ++i) squares.push_back(i * i);
  return squares;
}

inline Sink into(std::vector<Item>& results) {
  return [&results](Item result) { results.push_back(result); };
}

/// Squares its number, and throws for the number `bad`.
inline Transform refuses(Item bad) {
  return [bad](Item item) -> Item {
    if (item == bad) throw std::out_of_range("cannot transform " + std::to_string(bad));
    return square(item);
  };
}

}  // namespace pipeline_stages
