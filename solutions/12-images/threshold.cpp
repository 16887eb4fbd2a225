#include "threshold.h"

#include <algorithm>
#include <vector>

// Part 3: point by point and by a window. Read README.md first.

namespace {

constexpr std::uint8_t kBlack = 0;
constexpr std::uint8_t kWhite = 255;

/// Indices: those from `begin` on and before `end`.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] std::size_t length() const { return end - begin; }
};

/// Those that are not farther than `radius` from one of `middle`, and below `size`.
Range window(const Range& middle, std::size_t radius, std::size_t size) {
  return {.begin = middle.begin - std::min(middle.begin, radius),
          .end = middle.end + std::min(size - middle.end, radius)};
}

/// The sums of the columns of a window, from its upper to its lower edge, for each channel. When the window moves down,
/// only a row at each edge changes.
class ColumnSums {
 public:
  /// Of no rows: those from `top` on come next.
  ColumnSums(const Source& source, const Range& columns, std::size_t top)
      : source_(source), columns_(columns), rows_{top, top}, sums_(columns.length() * source.channels()) {}

  /// \param rows  neither edge is above where it was
  void move_to(const Range& rows) {
    for (; rows_.end < rows.end; ++rows_.end) add(rows_.end, 1);
    for (; rows_.begin < rows.begin; ++rows_.begin) add(rows_.begin, -1);
  }

  [[nodiscard]] std::int64_t sum(std::size_t column, std::size_t channel) const {
    return sums_[(column - columns_.begin) * source_.channels() + channel];
  }

 private:
  void add(std::size_t y, std::int64_t factor) {
    const std::size_t skipped = (columns_.begin - source_.area().x) * source_.channels();
    const auto row = source_.row(y).subspan(skipped, sums_.size());
    for (std::size_t i = 0; i < row.size(); ++i) sums_[i] += factor * row[i];
  }

  const Source& source_;
  Range columns_;
  Range rows_;
  std::vector<std::int64_t> sums_;
};

}  // namespace

void Threshold::apply(const Source& source, const Target& target) const {
  const Rect& area = target.area();
  const std::size_t channels = target.channels();
  for (std::size_t y = area.y; y < area.y + area.height; ++y) {
    const auto from = source.row(y).subspan((area.x - source.area().x) * channels, area.width * channels);
    std::ranges::transform(from, target.row(y).begin(),
                           [this](std::uint8_t sample) { return sample >= level_ ? kWhite : kBlack; });
  }
}

void AdaptiveThreshold::apply(const Source& source, const Target& target) const {
  const Rect& area = target.area();
  const Size& picture = source.picture();
  const auto rows_around = [&](std::size_t y) { return window({y, y + 1}, radius_, picture.height); };
  const auto columns_around = [&](std::size_t x) { return window({x, x + 1}, radius_, picture.width); };
  ColumnSums columns(source, window({area.x, area.x + area.width}, radius_, picture.width), rows_around(area.y).begin);

  for (std::size_t y = area.y; y < area.y + area.height; ++y) {
    const Range rows = rows_around(y);
    columns.move_to(rows);
    for (std::size_t channel = 0; channel < target.channels(); ++channel) {
      Range summed{columns_around(area.x).begin, columns_around(area.x).begin};
      std::int64_t sum = 0;
      for (std::size_t x = area.x; x < area.x + area.width; ++x) {
        const Range around = columns_around(x);
        for (; summed.end < around.end; ++summed.end) sum += columns.sum(summed.end, channel);
        for (; summed.begin < around.begin; ++summed.begin) sum -= columns.sum(summed.begin, channel);
        const auto count = static_cast<std::int64_t>(rows.length() * around.length());
        // Multiplied rather than divided: so nothing is rounded.
        const bool above = (source.at(x, y, channel) + offset_) * count > sum;
        target.at(x, y, channel) = above ? kWhite : kBlack;
      }
    }
  }
}
