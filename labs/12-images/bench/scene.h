#pragma once

#include "image.h"

/// A picture to try filters on, made without a file: a page with lines of marks and a disc, in light that fades from
/// the upper left to the lower right corner, with some noise.
/// \param channels  1: grey; 3: the marks have colours
[[nodiscard]] Image scene(const Size& size, std::size_t channels);
