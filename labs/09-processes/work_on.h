#pragma once

#include <utility>

#include "bytes.h"
#include "wire.h"

// Given.

/// Makes of a function of a value the work of an executor: `work_on<int>([](int n) { return 2 * n; })`.
template <Crosses T, class Function>
Work work_on(Function function) {
  return [function = std::move(function)](const Bytes& input) { return encode(function(decode<T>(input))); };
}
