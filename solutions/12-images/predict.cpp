#include "predict.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

#include "chain.h"
#include "tiles.h"

// Part 7: the limit. Read README.md first.

namespace {

bool is_positive(double value) { return std::isfinite(value) && value > 0; }
bool is_not_negative(double value) { return std::isfinite(value) && value >= 0; }

void require_valid(const Cost& cost, const Machine& machine, unsigned cores) {
  if (!is_not_negative(cost.bytes) || !is_not_negative(cost.operations)) {
    throw std::invalid_argument("nothing costs less than nothing");
  }
  if (!is_positive(machine.bytes_per_s) || !is_positive(machine.bytes_per_s_of_a_core) ||
      !is_positive(machine.operations_per_s)) {
    throw std::invalid_argument("a machine must do something in a second");
  }
  if (cores == 0) throw std::invalid_argument("there must be 1 core at least");
}

double memory_s(const Cost& cost, const Machine& machine, unsigned cores) {
  return cost.bytes / std::min(machine.bytes_per_s, cores * machine.bytes_per_s_of_a_core);
}

double cores_s(const Cost& cost, const Machine& machine, unsigned cores) {
  return cost.operations / (cores * machine.operations_per_s);
}

double samples(const Size& size, std::size_t channels) {
  return static_cast<double>(size.width) * static_cast<double>(size.height) * static_cast<double>(channels);
}

}  // namespace

double predicted_s(const Cost& cost, const Machine& machine, unsigned cores) {
  require_valid(cost, machine, cores);
  return std::max(memory_s(cost, machine, cores), cores_s(cost, machine, cores));
}

Limit limit_of(const Cost& cost, const Machine& machine, unsigned cores) {
  require_valid(cost, machine, cores);
  return memory_s(cost, machine, cores) > cores_s(cost, machine, cores) ? Limit::kMemory : Limit::kCores;
}

unsigned useful_cores(const Cost& cost, const Machine& machine, unsigned most) {
  const double least = predicted_s(cost, machine, most);
  unsigned cores = 1;
  while (predicted_s(cost, machine, cores) > least) ++cores;
  return cores;
}

double bytes_one_by_one(const Size& picture, std::size_t channels, std::size_t filters) {
  return static_cast<double>(filters) * 2 * samples(picture, channels);
}

double bytes_by_tiles(const Size& picture, std::size_t channels, const Size& tile, std::span<const std::size_t> radii) {
  const std::size_t halo = std::accumulate(radii.begin(), radii.end(), std::size_t{0});
  const std::size_t tiles = count_tiles(picture, tile);
  double bytes = samples(picture, channels);  // written
  for (std::size_t index = 0; index < tiles; ++index) {
    const Rect read = grown(tile_area(picture, tile, index), halo, picture);
    bytes += samples({.width = read.width, .height = read.height}, channels);
  }
  return bytes;
}
