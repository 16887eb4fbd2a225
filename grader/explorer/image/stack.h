#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "explorer/schedule/operation.h"

namespace lockstep::explorer {

/// Addresses in the program, innermost first.
using Stack = std::vector<std::uintptr_t>;

/// The explored program's image, as a rule the executable's: what is outside belongs to a library.
struct Image {
  std::uintptr_t begin = 0;
  std::uintptr_t size = 0;  ///< up to the end of its code

  /// Where `address` is in the program; 0 when it is in a library.
  [[nodiscard]] Place place(std::uintptr_t address) const {
    return address - begin < size ? static_cast<Place>(address - begin) : 0;
  }
  [[nodiscard]] Place place(const void* address) const { return place(reinterpret_cast<std::uintptr_t>(address)); }
};

/// Found before anything is explored.
extern Image the_image;
[[nodiscard]] inline const Image& image() { return the_image; }

/// The image's executable code, as it lies in memory: where each piece begins, and how long it is.
[[nodiscard]] std::vector<std::span<const unsigned char>> code();

/// The image's file.
[[nodiscard]] const std::string& image_path();

/// The program is the executable, unless something else was said.
void explore_executable();

/// The program is not the executable but the module (a shared library) that has `address`.
void explore_module_of(const void* address);

/// The calls that the running thread stands in, innermost first, without the explorer's own.
[[nodiscard]] Stack own_stack();

}  // namespace lockstep::explorer
