#include <stdexcept>

#include "table.h"

// Part 2: the dining philosophers. Both forks or none. Read README.md first.

std::unique_ptr<Table> monitor_table(int /*seats*/) {
  throw std::logic_error("monitor_table is not written yet: see part 2 of README.md");
}
