#pragma once

#include <chrono>
#include <stdexcept>
#include <stop_token>
#include <string>

// Given: what sends a request and waits for its answer, and how it fails.

using TimePoint = std::chrono::steady_clock::time_point;
using Duration = std::chrono::steady_clock::duration;

struct Request {
  std::string host;
  std::string path;
};

/// It failed, and may work when it is tried again: the server is busy, has hung up, or has torn its answer.
struct Failed : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// The server refuses it, and will refuse it again.
struct Refused : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// The deadline came first.
struct TimedOut : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// A stop was requested first.
struct Stopped : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Sends requests. Each call blocks its thread until the answer is there. Any number of threads may call at the same
/// time.
class Transport {
 public:
  Transport() = default;
  Transport(const Transport&) = delete;
  Transport& operator=(const Transport&) = delete;
  virtual ~Transport() = default;

  /// \param deadline  TimePoint::max(): there is none
  /// \return the body of the answer
  /// \throw Failed when it may work if it is tried again
  /// \throw TimedOut when the deadline comes before the answer
  /// \throw Stopped when a stop is requested before the answer
  /// \throw anything else when it is of no use to try again, such as Refused
  virtual std::string fetch(const Request& request, TimePoint deadline, const std::stop_token& stop) = 0;
};
