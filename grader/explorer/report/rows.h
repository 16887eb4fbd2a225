#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "explorer/finding/finding.h"
#include "explorer/report/symbols.h"

namespace lockstep::explorer {

/// A step of an interleaving that is shown.
struct Row {
  std::size_t step = 0;    ///< its place among all steps
  std::size_t number = 0;  ///< 1-based, of those that are shown or left out; 0: it has none (see TraceStep::number)
  bool decisive = false;
  bool stays = false;           ///< it is never left out
  std::string why = {};         ///< it matters; empty where nothing is proven
  std::size_t left_out = 0;     ///< so many steps just before it are left out
  std::size_t round = 0;        ///< with it ends a round of so many steps of its thread,
  std::size_t more_rounds = 0;  ///< which comes so many times more: those are left out

  /// Steps left out behind it.
  [[nodiscard]] std::size_t folded() const { return round * more_rounds; }
};

/// What is shown of a schedule's steps: not those that say nothing to a reader, of a loop the first round alone, and of
/// what is longer than `most` rows, its beginning and its end. Of the steps at a decisive place the last of each thread
/// is always shown, and so is a step of which there is proof why it matters.
[[nodiscard]] std::vector<Row> rows_of(const std::vector<Step>& steps, const RawFinding& finding, Symbols& symbols,
                                       std::size_t most);

/// The rows of all steps that say something, whole.
[[nodiscard]] std::vector<Row> whole_rows_of(const std::vector<Step>& steps, const RawFinding& finding,
                                             Symbols& symbols);

/// Leaves out the rounds that come again and again behind the first one: three or more of the same steps of one thread,
/// none of which stays.
[[nodiscard]] std::vector<Row> folded(const std::vector<Row>& rows, const std::vector<Step>& steps);

}  // namespace lockstep::explorer
