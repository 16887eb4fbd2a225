#include "plot/visible.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <optional>

namespace lockstep::plot {
namespace {

using checks::speedup::Stretch;

constexpr std::size_t kDoings = static_cast<std::size_t>(Stretch::Doing::kAsleep) + 1;

/// How much of a column goes to each doing, in columns.
using Shares = std::array<double, kDoings>;

/// \param begin, end  in columns, 0 <= begin <= end <= columns.size()
void add(std::vector<Shares>& columns, Stretch::Doing doing, double begin, double end) {
  for (auto at = static_cast<std::size_t>(begin); at < columns.size() && static_cast<double>(at) < end; ++at) {
    const auto left = static_cast<double>(at);
    columns[at][static_cast<std::size_t>(doing)] += std::min(end, left + 1) - std::max(begin, left);
  }
}

std::optional<Stretch::Doing> most(const Shares& shares) {
  double absent = 1;
  for (const double share : shares) absent -= share;
  const auto longest = std::ranges::max_element(shares);
  if (absent > *longest) return std::nullopt;
  return static_cast<Stretch::Doing>(longest - shares.begin());
}

}  // namespace

std::vector<Piece> visible(std::span<const Stretch> stretches, double end_s, std::size_t columns) {
  assert(end_s > 0 && columns > 0);
  const auto width = static_cast<double>(columns);
  std::vector<Shares> shares(columns, Shares{});
  for (const Stretch& stretch : stretches) {
    const double begin = std::clamp(stretch.begin_s / end_s * width, 0.0, width);
    add(shares, stretch.doing, begin, std::clamp(stretch.end_s / end_s * width, begin, width));
  }
  std::vector<Piece> pieces;
  for (std::size_t at = 0; at < columns; ++at) {
    const auto doing = most(shares[at]);
    if (!doing) continue;
    if (!pieces.empty() && pieces.back().end == at && pieces.back().doing == *doing) {
      ++pieces.back().end;
    } else {
      pieces.push_back({*doing, at, at + 1});
    }
  }
  return pieces;
}

}  // namespace lockstep::plot
