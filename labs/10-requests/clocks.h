#pragma once

#include <functional>

#include "transport.h"

// Given: what measures a task.

/// Two clocks. Each gives the time since some moment that is always the same.
struct Clocks {
  std::function<Duration()> real;     ///< the time that passes by itself
  std::function<Duration()> compute;  ///< the time for which the calling thread had a core
};

/// The clocks of this machine.
Clocks system_clocks();
