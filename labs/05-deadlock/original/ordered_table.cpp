#include <stdexcept>

#include "table.h"

// Part 2: the dining philosophers. Everybody takes the forks in the same order. Read README.md first.

std::unique_ptr<Table> ordered_table(int /*seats*/) {
  throw std::logic_error("ordered_table is not written yet: see part 2 of README.md");
}
