#pragma once

#include <stdexcept>
#include <string>

#include "end.h"

// Given: what can go wrong on the other side of a pipe.

/// A pipe ended within a message, or what came is no message.
class TornMessage : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Bytes are not those of one value of the type that was asked for.
class BrokenValue : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A task threw an exception. Its type has not crossed; its text has.
class TaskFailed : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A worker has ended without a whole answer.
class WorkerLost : public std::runtime_error {
 public:
  explicit WorkerLost(const End& end) : std::runtime_error("the worker " + describe(end)), end_(end) {}

  [[nodiscard]] const End& end() const noexcept { return end_; }

 private:
  End end_;
};
