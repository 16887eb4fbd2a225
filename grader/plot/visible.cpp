#include "plot/visible.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <optional>

namespace lockstep::plot {
namespace {

using measure::Slice;

constexpr std::size_t kStates = static_cast<std::size_t>(ThreadState::kAsleep) + 1;

/// How much of a column goes to each state, in columns.
using Shares = std::array<double, kStates>;

/// \param begin, end  in columns, 0 <= begin <= end <= columns.size()
void add(std::vector<Shares>& columns, ThreadState state, double begin, double end) {
  for (auto at = static_cast<std::size_t>(begin); at < columns.size() && static_cast<double>(at) < end; ++at) {
    const auto left = static_cast<double>(at);
    columns[at][static_cast<std::size_t>(state)] += std::min(end, left + 1) - std::max(begin, left);
  }
}

std::optional<ThreadState> most(const Shares& shares) {
  double absent = 1;
  for (const double share : shares) absent -= share;
  const auto longest = std::ranges::max_element(shares);
  if (absent > *longest) return std::nullopt;
  return static_cast<ThreadState>(longest - shares.begin());
}

}  // namespace

std::vector<Piece> visible(std::span<const Slice> slices, double end_s, std::size_t columns) {
  assert(end_s > 0 && columns > 0);
  const auto width = static_cast<double>(columns);
  std::vector<Shares> shares(columns, Shares{});
  for (const Slice& slice : slices) {
    const double begin = std::clamp(slice.begin_s / end_s * width, 0.0, width);
    add(shares, slice.state, begin, std::clamp(slice.end_s / end_s * width, begin, width));
  }
  std::vector<Piece> pieces;
  for (std::size_t at = 0; at < columns; ++at) {
    const auto state = most(shares[at]);
    if (!state) continue;
    if (!pieces.empty() && pieces.back().end == at && pieces.back().state == *state) {
      ++pieces.back().end;
    } else {
      pieces.push_back({*state, at, at + 1});
    }
  }
  return pieces;
}

}  // namespace lockstep::plot
