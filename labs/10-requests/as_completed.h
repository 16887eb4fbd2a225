#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "deadline.h"
#include "outcome.h"
#include "transport.h"

// Part 2: results as they come, and part 3: time-outs and cancellation. The private members are yours; write the
// functions in as_completed.cpp. Read README.md first.

/// A request that has ended.
struct Completed {
  std::size_t index = 0;  ///< of the request, counted from 0
  Outcome outcome;
};

/// Fetches many requests, and gives each outcome as soon as it is there. One thread uses it.
class AsCompleted {
 public:
  /// Begins to fetch the requests in the way of `fetch_all`, under the same limits, and returns without waiting for any
  /// of them.
  /// \param transport  outlives this object
  /// \throw std::invalid_argument when `limits.at_most` is 0
  AsCompleted(Transport& transport, std::vector<Request> requests, Limits limits);
  AsCompleted(const AsCompleted&) = delete;
  AsCompleted& operator=(const AsCompleted&) = delete;

  /// Stops the requests that run, and waits until they have ended. Those that have not begun are never sent.
  ~AsCompleted();  // NOLINT(performance-trivially-destructible): yours has something to end

  /// Waits until a request has ended that was not given yet. Each is given once, in the order in which they end, also
  /// those that end with an exception, a time-out or a stop.
  /// \return nothing, without waiting, when all have been given
  [[nodiscard]] std::optional<Completed> next();
};
