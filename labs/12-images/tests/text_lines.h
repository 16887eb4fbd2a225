#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <string>

/// Expects that no line has more characters than that, its end not counted.
inline void expect_lines_of_70_characters(const std::string& text) {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    EXPECT_LE(end - begin, 70U) << "a line of so many characters: " << text.substr(begin, end - begin);
    begin = end + 1;
  }
}
