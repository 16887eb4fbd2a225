#pragma once

#include <chrono>
#include <string>

#include "stages.h"

/// Stages that do nothing but let time pass, so that what a run takes tells how its work was shared.
///
/// Under the explorer time is virtual: it passes only when no thread can go on, exactly as on a machine that has a core
/// for each thread and nothing else to do. Anywhere else it is the machine's, and proves nothing.
struct VirtualStages {
  std::chrono::milliseconds read{0};
  std::chrono::milliseconds transform{0};  ///< for each letter of the piece
  std::chrono::milliseconds aggregate{0};  ///< for each word
  std::chrono::milliseconds merge{0};
  std::chrono::milliseconds write{0};

  [[nodiscard]] Stages of(std::string text) const;
};

/// The time that has passed, since whenever.
[[nodiscard]] std::chrono::nanoseconds steady_time();

/// Whether it is the explorer's time.
[[nodiscard]] bool time_is_virtual();
