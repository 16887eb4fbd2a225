#include <stdexcept>

#include "table.h"

// Part 2: the dining philosophers. A waiter lets in all but one. Read README.md first.

std::unique_ptr<Table> waiter_table(int /*seats*/) {
  throw std::logic_error("waiter_table is not written yet: see part 2 of README.md");
}
