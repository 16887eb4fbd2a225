#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "measure/prediction.h"

namespace lockstep::plot {

/// Columns of a picture in which a thread does the same.
struct Piece {
  ThreadState state{};
  std::size_t begin = 0;
  std::size_t end = 0;  ///< behind the last one, > begin
};

/// What of a thread's slices a picture can show, however many there are: what took most of a column's time fills it,
/// and nothing does where the thread was not there for most of it.
/// \param slices  in any order; what lies outside 0 to end_s is left out
/// \param end_s      of the last column, > 0
/// \param columns    > 0
[[nodiscard]] std::vector<Piece> visible(std::span<const measure::Slice> slices, double end_s, std::size_t columns);

}  // namespace lockstep::plot
