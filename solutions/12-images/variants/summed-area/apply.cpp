#include "apply.h"

#include <array>

#include "chain.h"

Image apply(const Filter& filter, const Image& picture, const Tiling& tiling) {
  const std::array<const Filter*, 1> one{&filter};
  return apply_chain(one, picture, tiling);
}
