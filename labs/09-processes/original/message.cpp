#include "message.h"

#include <stdexcept>

void write_message(int /*descriptor*/, std::string_view /*bytes*/) {
  throw std::logic_error("write_message is not written yet: see part 3 of README.md");
}

std::optional<Bytes> read_message(int /*descriptor*/) {
  throw std::logic_error("read_message is not written yet: see part 3 of README.md");
}
