#pragma once

#include <cstddef>
#include <optional>
#include <stdexcept>

#include "loop.h"
#include "task.h"

// Part 3: a channel. Read README.md first.

/// Carries values from coroutines and threads to coroutines and threads: a bounded queue in which coroutines wait
/// without blocking their thread.
///
/// `send` and `receive` are awaited by coroutines of the loop, which go on there. All else may be called by any thread.
/// Each value is received once, and values are received in the order in which they were accepted. A value or a place
/// belongs to the one that waits for it: no call that comes later takes it. No coroutine waits in a channel that is
/// destroyed.
template <class T>
class Channel {
 public:
  /// \param capacity  how many values wait in it at most
  /// \throw std::invalid_argument when that is 0
  Channel(Loop& /*loop*/, std::size_t /*capacity*/) {
    throw std::logic_error("Channel is not written yet: see part 3 of README.md");
  }
  Channel(const Channel&) = delete;
  Channel& operator=(const Channel&) = delete;

  /// Waits while the channel is full; those who wait send in the order in which they began to.
  /// \return true: the channel has accepted the value; false: it is closed, or was closed meanwhile, and the
  ///         value is lost
  Task<bool> send(T /*value*/) { throw std::logic_error("Channel::send is not written yet: see part 3 of README.md"); }

  /// Waits while the channel is empty; those who wait receive in the order in which they began to.
  /// \return the next value; nothing when the channel is closed, and all that it had accepted was received
  Task<std::optional<T>> receive() {
    throw std::logic_error("Channel::receive is not written yet: see part 3 of README.md");
  }

  /// \return false, without waiting, when the channel is full or closed
  bool try_send(T /*value*/) {
    throw std::logic_error("Channel::try_send is not written yet: see part 3 of README.md");
  }

  /// \return nothing, without waiting, when the channel is empty
  std::optional<T> try_receive() {
    throw std::logic_error("Channel::try_receive is not written yet: see part 3 of README.md");
  }

  /// No more values are accepted: those that wait to send or receive go on. Closed again, nothing changes.
  void close() { throw std::logic_error("Channel::close is not written yet: see part 3 of README.md"); }
};
