#include "tiny.h"

#include <stdexcept>

int next(int) { throw std::logic_error("write next() in tiny.cpp"); }

int answer() { throw std::logic_error("write answer() in tiny.cpp"); }
