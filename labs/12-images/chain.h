#pragma once

#include <cstddef>
#include <span>

#include "area.h"
#include "filter.h"
#include "image.h"
#include "tiles.h"

// Part 5: a chain of filters. You write the functions in chain.cpp. Read README.md first.

/// \return the pixels of a picture that are not farther than `radius` from one of `area`, in columns and in rows: the
///         area with its halo, as far as the picture goes
/// \param area    inside the picture, not empty
/// \param radius  any number
[[nodiscard]] Rect grown(const Rect& area, std::size_t radius, const Size& picture);

/// Applies filters to a picture one after the other, the first one first: all of them for one tile, and then all of
/// them for the next one, as `for_each_tile` shares them.
///
/// For each tile, each filter is applied once: the last one to the tile, and each of the others to that area which the
/// next one reads, which is its own area grown by its radius. The source of the first one is the picture; that of each
/// other one has the pixels that it reads, and no others. So no result but the last one is as large as the picture,
/// unless a tile with its halo is.
///
/// \return the same picture as when each filter is applied to the whole of the result before it. With no filters, the
///         picture
/// \throw what a filter throws
/// \throw std::invalid_argument as `for_each_tile` does, also without filters
[[nodiscard]] Image apply_chain(std::span<const Filter* const> filters, const Image& picture, const Tiling& tiling);
