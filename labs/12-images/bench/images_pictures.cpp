// Pictures to look at: what your filters make of a scene, and which worker had which tile. They are written into the
// folder in which the program runs. What is not written yet is left out, and said.

#include <fmt/core.h>

#include <array>
#include <exception>
#include <functional>
#include <string>

#include "apply.h"
#include "blur.h"
#include "chain.h"
#include "edges.h"
#include "fractal.h"
#include "netpbm.h"
#include "scene.h"
#include "store.h"
#include "threshold.h"
#include "tiles.h"

namespace {

constexpr Size kSize{.width = 336, .height = 216};
constexpr Tiling kTiling{.tile = {.width = 48, .height = 48}, .workers = 4};

/// The fractal, each tile in the colour of the worker that painted it.
Image painted_by(Sharing sharing) {
  constexpr std::array<std::array<int, 3>, 4> kColours{
      {{224, 122, 95}, {61, 90, 128}, {129, 178, 154}, {242, 204, 143}}};
  const Fractal fractal;
  Image grey(fractal.size, 1);
  Image picture(fractal.size, 3);
  const Tiling tiling{.tile = {.width = 16, .height = 16}, .workers = 4, .sharing = sharing};
  for_each_tile(fractal.size, tiling, [&](const Tile& tile) {
    fractal.paint(tile.area, grey);
    for (std::size_t y = tile.area.y; y < tile.area.y + tile.area.height; ++y) {
      for (std::size_t x = tile.area.x; x < tile.area.x + tile.area.width; ++x) {
        for (std::size_t channel = 0; channel < 3; ++channel) {
          const int colour = kColours.at(tile.worker).at(channel) * (128 + grey.at(x, y) / 2) / 255;
          picture.at(x, y, channel) = static_cast<std::uint8_t>(colour);
        }
      }
    }
  });
  return picture;
}

Image edges_of(const Image& picture) {
  const Blur blur(1);
  const Edges edges;
  const std::array<const Filter*, 2> filters{&blur, &edges};
  return apply_chain(filters, picture, kTiling);
}

/// Writes one picture. \return whether it could be made
bool write(const std::string& name, const std::function<Image()>& make) {
  try {
    FolderStore(".").write(name, to_netpbm(make()));
    fmt::print("{}\n", name);
    return true;
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}: {}\n", name, error.what());
    return false;
  }
}

}  // namespace

int main() {
  try {
    const Image original = scene(kSize, 1);
    bool all = write("original.pgm", [&] { return Image(original); });
    all &= write("threshold.pgm", [&] { return apply(Threshold(128), original, kTiling); });
    all &= write("adaptive.pgm", [&] { return apply(AdaptiveThreshold(10, 12), original, kTiling); });
    all &= write("blur.pgm", [&] { return apply(Blur(4), original, kTiling); });
    all &= write("edges.ppm", [&] { return edges_of(scene(kSize, 3)); });
    all &= write("strips.ppm", [] { return painted_by(Sharing::kStrips); });
    all &= write("stealing.ppm", [] { return painted_by(Sharing::kStealing); });
    return all ? 0 : 1;
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    return 1;
  }
}
