#include <stdexcept>

#include "table.h"

// Part 2: the dining philosophers. Try, and put back. Read README.md first.

std::unique_ptr<Table> back_off_table(int /*seats*/) {
  throw std::logic_error("back_off_table is not written yet: see part 2 of README.md");
}
