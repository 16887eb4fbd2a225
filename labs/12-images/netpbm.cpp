#include "netpbm.h"

// Part 1: files. Read README.md first.

Image parse_netpbm(std::string_view /*file*/) {
  throw std::logic_error("parse_netpbm is not written yet: see part 1 of README.md");
}

std::string to_netpbm(const Image& /*picture*/, Encoding /*encoding*/) {
  throw std::logic_error("to_netpbm is not written yet: see part 1 of README.md");
}
