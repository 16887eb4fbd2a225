#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "area.h"
#include "fractal.h"
#include "lockstep/measure.h"

/// The work on which lab 12's tiles are measured: an uneven picture. Nearly all of the work is in its lower half.
namespace images_workload {

inline constexpr Size kPicture{.width = 384, .height = 256};
inline constexpr Size kTile{.width = 16, .height = 16};
inline constexpr std::size_t kTiles = std::size_t{24} * 16;

/// Paints the pixels of one tile. A task.
using Paint = std::function<void(const Rect& area)>;

/// Calls `paint` once for each tile of `kTile`, with `workers` threads.
using PaintAll = std::function<void(const Paint& paint, unsigned workers)>;

/// `paint_all` as a workload that can be measured.
[[nodiscard]] lockstep::measure::Workload workload(std::string name, PaintAll paint_all);

}  // namespace images_workload
