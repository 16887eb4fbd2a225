#pragma once

#include <stop_token>
#include <string>

#include "transport.h"

// Part 4: politeness. The private members are yours; write the functions in politeness.cpp. Read README.md first.

/// Gives turns to those that want to ask a host: two turns of the same host are `gap` or more apart. Any number of
/// threads may call at the same time.
class Politeness {
 public:
  /// \param gap  from 0 to 100 years
  explicit Politeness(Duration gap);
  Politeness(const Politeness&) = delete;
  Politeness& operator=(const Politeness&) = delete;
  ~Politeness();  // NOLINT(performance-trivially-destructible): yours has something to destroy

  /// Waits for a turn. The first turn of a host is given at once, and each further one when `gap` has passed since the
  /// one before. Callers for the same host have their turns in the order of their calls; callers for different hosts do
  /// not wait for each other.
  ///
  /// A caller that gives up takes no turn: the others have theirs when they would have had it without that call.
  /// \throw TimedOut when the deadline comes before the turn, or has passed already: at the deadline, or sooner. When
  ///        both come at the same moment, it may throw or not.
  /// \throw Stopped when a stop is requested before the turn, or was before the call. When the deadline has come as
  ///        well, it throws one of the two.
  void wait_for_turn(const std::string& host, TimePoint deadline, const std::stop_token& stop);
};
