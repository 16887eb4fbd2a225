#pragma once

#include <chrono>
#include <string>

#include "stages.h"

/// Stages that also let a given time pass, so that the time of a run shows how its work was shared.
///
/// In the explorer time is virtual: it passes only when no thread can run, exactly as on a machine that has a core for
/// each thread and nothing else to do. Elsewhere it is the machine's time, and proves nothing.
struct VirtualStages {
  std::chrono::milliseconds read{0};
  std::chrono::milliseconds transform{0};  ///< for each letter of the piece
  std::chrono::milliseconds aggregate{0};  ///< for each word
  std::chrono::milliseconds merge{0};
  std::chrono::milliseconds write{0};

  [[nodiscard]] Stages of(std::string text) const;
};

/// The time since a fixed moment.
[[nodiscard]] std::chrono::nanoseconds steady_time();

/// Whether this is the explorer's virtual time.
[[nodiscard]] bool time_is_virtual();
