// What you measure yourself: what the memory of this machine can do and what your filters make of it, what a chain of
// filters saves, and fixed strips against stealing on an uneven picture. The grade does not depend on it.

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <exception>
#include <limits>
#include <string>
#include <thread>
#include <vector>

#include "apply.h"
#include "bandwidth.h"
#include "blur.h"
#include "chain.h"
#include "fractal.h"
#include "predict.h"
#include "threshold.h"
#include "tiles.h"

namespace {

constexpr Size kPicture{.width = 6000, .height = 4000};  // as of a camera; too large for the caches
constexpr Size kSmall{.width = 256, .height = 128};      // small enough for them
constexpr Size kRows{.width = 6000, .height = 16};       // tiles of whole rows: what is read next is next in memory
constexpr Size kSquare{.width = 300, .height = 320};     // as large, but each row of it is a short piece of memory

double samples(const Size& size) { return static_cast<double>(size.width) * static_cast<double>(size.height); }

/// The least time of three runs, in seconds: what disturbs a run makes it slower.
template <class Function>
double seconds_of(const Function& function) {
  double best = std::numeric_limits<double>::infinity();
  for (int round = 0; round < 3; ++round) {
    const auto begin = std::chrono::steady_clock::now();
    function();
    best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
  }
  return best;
}

unsigned cores() { return std::max(1U, std::thread::hardware_concurrency()); }

/// Numbers of workers from one to as many as there are cores, doubled each time.
std::vector<unsigned> numbers_of_workers() {
  std::vector<unsigned> numbers{1};
  while (numbers.back() * 2 <= cores()) numbers.push_back(numbers.back() * 2);
  if (numbers.back() != cores()) numbers.push_back(cores());
  return numbers;
}

/// A picture whose samples do not matter: no filter here takes longer for some of them.
Image some_picture(const Size& size) { return {size, 1, 77}; }

/// Samples in a second that one core filters while all of them are in its caches. Then memory is no limit.
double samples_per_s_of_a_core(const Filter& filter) {
  constexpr int kTimes = 50;
  const Image small = some_picture(kSmall);
  Image result(kSmall, 1);
  const double taken = seconds_of([&] {
    for (int i = 0; i < kTimes; ++i) {
      filter.apply(Source(small), Target(result, whole(kSmall), whole(kSmall)));
    }
  });
  return kTimes * samples(kSmall) / taken;
}

struct Named {
  std::string name;
  const Filter* filter;
};

void show_filters(const std::vector<Named>& filters, const Size& tile_size, double of_all, double of_one) {
  const Image picture = some_picture(kPicture);
  Image result = some_picture(kPicture);  // made once: the system takes long to give a program new memory
  fmt::print("\nFilters of {} x {} samples, in tiles of {} x {}:\n", kPicture.width, kPicture.height, tile_size.width,
             tile_size.height);
  for (const auto& [name, filter] : filters) {
    const Cost cost{.bytes = bytes_one_by_one(kPicture, 1, 1), .operations = samples(kPicture)};
    const Machine machine{
        .bytes_per_s = of_all, .bytes_per_s_of_a_core = of_one, .operations_per_s = samples_per_s_of_a_core(*filter)};
    for (const unsigned workers : numbers_of_workers()) {
      const double taken = seconds_of([&, applied = filter] {
        for_each_tile(kPicture, {.tile = tile_size, .workers = workers}, [&](const Tile& tile) {
          applied->apply(Source(picture), Target(result, whole(kPicture), tile.area));
        });
      });
      fmt::print("{:<22} {:>2} workers: {:6.1f} ms, {:5.2f} GB/s; predicted {:6.1f} ms, the limit is {}\n", name,
                 workers, 1e3 * taken, cost.bytes / taken / 1e9, 1e3 * predicted_s(cost, machine, workers),
                 limit_of(cost, machine, workers) == Limit::kMemory ? "the memory" : "the cores");
    }
    fmt::print("{:<22} of 64 such cores with this memory, {} would be of use\n", name, useful_cores(cost, machine, 64));
  }
}

void show_chain() {
  const Image picture = some_picture(kPicture);
  const Threshold bright(200);
  const Threshold dark(50);
  const std::array<const Filter*, 4> filters{&bright, &dark, &bright, &dark};
  const std::vector<std::size_t> radii(filters.size(), 0);
  const Tiling tiling{.tile = kRows, .workers = cores()};
  const double apart = seconds_of([&] {
    Image result = picture;
    for (const Filter* filter : filters) result = apply(*filter, result, tiling);
  });
  const double chained = seconds_of([&] { (void)apply_chain(filters, picture, tiling); });
  fmt::print("\nFour thresholds, {} workers:\n", cores());
  fmt::print("one after the other {:6.1f} ms, {:4.0f} MB to move\n", 1e3 * apart,
             bytes_one_by_one(kPicture, 1, filters.size()) / 1e6);
  fmt::print("tile by tile        {:6.1f} ms, {:4.0f} MB to move\n", 1e3 * chained,
             bytes_by_tiles(kPicture, 1, kRows, radii) / 1e6);
}

void show_sharing() {
  const Fractal fractal;
  Image picture(fractal.size, 1);
  fmt::print("\nAn uneven picture of {} x {} pixels, in tiles of 16 x 16:\n", fractal.size.width, fractal.size.height);
  for (const unsigned workers : {1U, std::max(2U, cores())}) {
    for (const Sharing sharing : {Sharing::kStrips, Sharing::kStealing}) {
      std::vector<int> tiles(workers);
      const Tiling tiling{.tile = {.width = 16, .height = 16}, .workers = workers, .sharing = sharing};
      const double taken = seconds_of([&] {
        std::ranges::fill(tiles, 0);
        for_each_tile(fractal.size, tiling, [&](const Tile& tile) {
          fractal.paint(tile.area, picture);
          ++tiles[tile.worker];
        });
      });
      fmt::print("{:>2} workers, {:<13} {:7.1f} ms; a worker had from {} to {} tiles\n", workers,
                 sharing == Sharing::kStrips ? "fixed strips:" : "stealing:", 1e3 * taken, std::ranges::min(tiles),
                 std::ranges::max(tiles));
    }
  }
}

}  // namespace

int main() {
  try {
    const double of_one = copied_bytes_per_s(1);
    const double of_all = std::max(of_one, copied_bytes_per_s(cores()));
    fmt::print("A copy moves {:.2f} GB/s on one core and {:.2f} GB/s on {}.\n", of_one / 1e9, of_all / 1e9, cores());
    const Threshold threshold(128);
    const AdaptiveThreshold adaptive(8, 4);
    const Blur soft(1);
    const Blur softer(16);
    show_filters(
        {{"threshold", &threshold}, {"adaptive threshold, 8", &adaptive}, {"blur, 1", &soft}, {"blur, 16", &softer}},
        kRows, of_all, of_one);
    show_filters({{"threshold", &threshold}}, kSquare, of_all, of_one);
    show_chain();
    show_sharing();
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    return 1;
  }
}
