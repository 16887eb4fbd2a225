#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "bytes.h"
#include "failures.h"

// Part 3: values. Read README.md first.

/// Whether a value of type T can be used in another process: numbers, enumerations and `bool`; `std::string`; and
/// `std::vector` of what can cross, in any depth. No pointer, no reference, and nothing that has one inside.
template <class T>
concept Crosses = true;

/// \return bytes from which `decode` makes an equal value
template <Crosses T>
Bytes encode(const T& /*value*/) {
  throw std::logic_error("encode is not written yet: see part 3 of README.md");
}

/// \param bytes  from anywhere
/// \return the value
/// \throw BrokenValue when the bytes are too few, or too many, or the size of a string or vector is more than what
///        follows; memory is taken only for what is there, and a `bool` is true or false whatever its bytes are
template <Crosses T>
T decode(std::string_view /*bytes*/) {
  throw std::logic_error("decode is not written yet: see part 3 of README.md");
}
