#pragma once

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>

#include "per_worker.h"

/// A value of so many bytes.
template <std::size_t Size>
struct Sized {
  unsigned char bytes[Size] = {};
};

/// Whether the values of any two workers lie in different cache lines, all of their bytes.
template <class T>
void expect_lines_of_their_own() {
  // Several at once: the memory of one may begin where a line begins, by luck; that of all does not.
  std::deque<PerWorker<T>> several;
  for (int i = 0; i < 8; ++i) several.emplace_back(std::size_t{13});
  const auto line_of = [](const unsigned char* byte) { return reinterpret_cast<std::uintptr_t>(byte) / kCacheLine; };
  for (const PerWorker<T>& values : several) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        const auto* one = reinterpret_cast<const unsigned char*>(std::addressof(values[i]));
        const auto* other = reinterpret_cast<const unsigned char*>(std::addressof(values[j]));
        ASSERT_TRUE(line_of(one + sizeof(T) - 1) < line_of(other) || line_of(other + sizeof(T) - 1) < line_of(one))
            << "values of " << sizeof(T) << " bytes, of the workers " << j << " and " << i;
      }
    }
  }
}
