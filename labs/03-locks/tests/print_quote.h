#pragma once

#include <ostream>

#include "shared_cache.h"

/// For GoogleTest, which would otherwise print the bytes.
inline void PrintTo(const Quote& quote, std::ostream* out) {
  *out << "{.price = " << quote.price << ", .volume = " << quote.volume << "}";
}
