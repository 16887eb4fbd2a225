#pragma once

#include <functional>
#include <stop_token>
#include <string>

#include "transport.h"

// Part 5: retries. The private members are yours; write the functions in retry.cpp. Read README.md first.

struct RetryPolicy {
  int attempts = 3;                                       ///< at most, the first one included; above 0
  Duration each = Duration::max();                        ///< for one attempt; 0 or more, max: as long as it takes
  Duration first_pause = std::chrono::milliseconds{100};  ///< above 0
  Duration longest_pause = std::chrono::seconds{10};      ///< not below `first_pause`
};

/// The longest pause that may follow an attempt: `first_pause` after the first one, then twice as long after each
/// further one, but never above `longest_pause`.
/// \param attempt  counted from 1, any number
Duration most_pause(const RetryPolicy& policy, int attempt);

/// Tries a request again when it fails. Any number of threads may fetch at the same time, and none waits for another
/// one.
class RetryingTransport final : public Transport {
 public:
  /// \param inner   outlives this object
  /// \param random  gives a number each time, from 0 up to but not including 1. Only one thread at a time may call it.
  /// \throw std::invalid_argument when there are no attempts
  RetryingTransport(Transport& inner, const RetryPolicy& policy, std::function<double()> random);
  ~RetryingTransport() override;

  /// Makes an attempt, and after one that ends with Failed or TimedOut a pause, and another attempt. A pause is a
  /// random part of the longest one: `random()` × `most_pause` of this attempt. An attempt may take `policy.each`, but
  /// never goes beyond the deadline.
  /// \return what the first attempt gives that does not fail
  /// \throw what the last attempt has thrown, at once: no pause follows the last attempt that the policy has, and none
  ///        is begun that would end at the deadline or later. Where there is no deadline, a pause that would reach
  ///        beyond the clock's end is not begun either, or lasts until a stop.
  /// \throw Stopped when a stop is requested before a pause has ended, at once, and no attempt follows
  /// \throw anything that an attempt throws but Failed and TimedOut, at once
  std::string fetch(const Request& request, TimePoint deadline, const std::stop_token& stop) override;
};
