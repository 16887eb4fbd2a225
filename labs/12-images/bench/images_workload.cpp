#include "images_workload.h"

#include <utility>

namespace images_workload {
namespace {

/// FNV-1a: Fowler, Noll and Vo.
std::uint64_t checksum(const Image& picture) {
  std::uint64_t sum = 0xcbf29ce484222325;
  for (const std::uint8_t sample : picture.samples()) sum = (sum ^ sample) * 0x100000001b3;
  return sum;
}

}  // namespace

lockstep::measure::Workload workload(std::string name, PaintAll paint_all) {
  return {.name = std::move(name),
          .tasks = kTiles,
          .prepare = [paint_all = std::move(paint_all)](std::uint64_t seed, unsigned workers,
                                                        lockstep::measure::Around around) -> lockstep::measure::Job {
            return [paint_all, workers, seed, around = std::move(around)] {
              const Fractal fractal{.size = kPicture, .shift = static_cast<double>(seed % 1000) / 1e6};
              Image picture(kPicture, 1);
              paint_all([&](const Rect& area) { around([&] { fractal.paint(area, picture); }); }, workers);
              return checksum(picture);
            };
          }};
}

}  // namespace images_workload
