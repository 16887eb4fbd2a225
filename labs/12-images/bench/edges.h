#pragma once

#include "filter.h"

/// Bright where neighbours differ: the gradient (Sobel), each channel by itself. A filter as an example; beyond the
/// border the picture goes on with the pixels of the border.
class Edges : public Filter {
 public:
  [[nodiscard]] std::size_t radius() const override { return 1; }
  void apply(const Source& source, const Target& target) const override;
};
