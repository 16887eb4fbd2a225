#include "convert.h"

#include <stdexcept>

// Part 6: many files. Read README.md first.

std::vector<FileReport> convert_files(std::span<const FileJob> /*jobs*/, Store& /*store*/, const Convert& /*convert*/,
                                      std::size_t /*pictures*/) {
  throw std::logic_error("convert_files is not written yet: see part 6 of README.md");
}
