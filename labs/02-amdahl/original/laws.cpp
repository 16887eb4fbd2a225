#include "laws.h"

#include <stdexcept>

// Part 1: the laws. Read README.md first; ./lab hint 02 helps when you are stuck.

double amdahl_speedup(double /*parallel_fraction*/, unsigned /*workers*/) {
  throw std::logic_error("amdahl_speedup is not written yet: see part 1 of README.md");
}

double amdahl_limit(double /*parallel_fraction*/) {
  throw std::logic_error("amdahl_limit is not written yet: see part 1 of README.md");
}

double gustafson_speedup(double /*parallel_fraction*/, unsigned /*workers*/) {
  throw std::logic_error("gustafson_speedup is not written yet: see part 1 of README.md");
}

double karp_flatt(double /*speedup*/, unsigned /*workers*/) {
  throw std::logic_error("karp_flatt is not written yet: see part 1 of README.md");
}
