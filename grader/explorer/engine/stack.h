#pragma once

#include <cstdint>

#include "explorer/engine/finding.h"

namespace lockstep::explorer {

/// The executable's image: what is outside belongs to a library.
struct Image {
  std::uintptr_t begin = 0;
  std::uintptr_t end = 0;  ///< of its code

  /// Where `address` is in the program; 0 when it is in a library.
  [[nodiscard]] Place place(std::uintptr_t address) const {
    return address - begin < end - begin ? static_cast<Place>(address - begin) : 0;
  }
  [[nodiscard]] Place place(const void* address) const { return place(reinterpret_cast<std::uintptr_t>(address)); }
};

[[nodiscard]] const Image& image();

/// The calls that the running thread stands in, innermost first, without the explorer's own.
[[nodiscard]] Stack own_stack();

}  // namespace lockstep::explorer
