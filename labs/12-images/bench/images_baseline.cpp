#include "images_workload.h"

namespace lockstep::measure {

Workload baseline() {
  using images_workload::kPicture;
  using images_workload::kTile;
  return images_workload::workload("tiles", [](const images_workload::Paint& paint, unsigned /*workers*/) {
    for (std::size_t y = 0; y < kPicture.height; y += kTile.height) {
      for (std::size_t x = 0; x < kPicture.width; x += kTile.width) {
        paint({.x = x, .y = y, .width = kTile.width, .height = kTile.height});
      }
    }
  });
}

}  // namespace lockstep::measure
