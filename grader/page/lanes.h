#pragma once

#include <span>
#include <string>
#include <vector>

#include "lockstep/trace_step.h"

namespace lockstep::page {

/// A lock that a thread holds, over one row: a piece of a bar in the thread's column.
struct Hold {
  std::size_t slot = 0;  ///< beside which other bars of the column it stands: the first free when it began
  std::size_t lock = 0;  ///< which lock, by the order in which they are taken
  bool begins = false;   ///< the row takes it
  bool ends = false;     ///< the next row does not hold it
};

/// A thread's column over one row.
struct Cell {
  bool alive = false;  ///< between the thread's first row and its last
  std::vector<Hold> holds;
};

/// An interleaving as a drawing has it: a row a step, a column a thread.
struct Lanes {
  std::vector<std::string> threads;     ///< in the order of their names
  std::vector<std::string> locks;       ///< in the order in which they are taken
  std::vector<std::vector<Cell>> rows;  ///< as many as steps, each with a cell a thread
  std::vector<std::size_t> thread_of;   ///< of each row, the thread whose step it is
};

[[nodiscard]] Lanes lanes(std::span<const TraceStep> steps);

}  // namespace lockstep::page
