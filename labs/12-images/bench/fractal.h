#pragma once

#include <cstdint>

#include "area.h"
#include "image.h"

/// A picture whose pixels cost very different amounts of work: how soon z * z + c leaves a circle (Mandelbrot 1980).
/// Most pixels of the upper half leave at once, those of the set, in the lower half, never do.
struct Fractal {
  Size size{.width = 384, .height = 256};  ///< of the whole picture
  unsigned most = 1000;                    ///< steps after which a pixel is taken to be of the set
  double shift = 0;                        ///< of the picture in the plane: some thousandths make another one

  /// The steps of a pixel: from 1 to `most`.
  [[nodiscard]] unsigned steps(std::size_t x, std::size_t y) const;

  /// Paints an area, grey.
  /// \param picture  as large as `size`
  void paint(const Rect& area, Image& picture) const;
};
