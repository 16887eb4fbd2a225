#pragma once

#include "filter.h"
#include "image.h"
#include "tiles.h"

// Part 3: point by point and by a window. You write the function in apply.cpp. Read README.md first.

/// Applies a filter to a picture, tile by tile, as `for_each_tile` shares them: once for each tile.
/// \return the result, which does not depend on the tiling
/// \throw what the filter throws
/// \throw std::invalid_argument as `for_each_tile` does
[[nodiscard]] Image apply(const Filter& filter, const Image& picture, const Tiling& tiling);
