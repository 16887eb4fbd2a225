#pragma once

/// Starts some threads, each of which adds 1 to the same number `times` times, and waits for all of them.
/// \param threads  at least 1
/// \param times    at least 0
/// \return the number: threads × times
/// \throw std::invalid_argument when threads is 0
[[nodiscard]] int count_together(unsigned threads, int times);
