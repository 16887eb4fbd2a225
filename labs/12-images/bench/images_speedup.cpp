#include "images_workload.h"
#include "tiles.h"

namespace lockstep::measure {

std::vector<Workload> submissions() {
  using images_workload::kPicture;
  using images_workload::kTile;
  return {images_workload::workload("for_each_tile", [](const images_workload::Paint& paint, unsigned workers) {
    for_each_tile(kPicture, {.tile = kTile, .workers = workers, .sharing = Sharing::kStealing},
                  [&](const Tile& tile) { paint(tile.area); });
  })};
}

}  // namespace lockstep::measure
