#pragma once

#include "clocks.h"
#include "fakes.h"

/// Two clocks that a test sets.
struct FakeClocks {
  Duration real{5h};
  Duration compute{1h};

  [[nodiscard]] Clocks clocks() {
    return {.real = [this] { return real; }, .compute = [this] { return compute; }};
  }
  void pass(Duration waited, Duration computed) {
    real += waited + computed;
    compute += computed;
  }
};
