#pragma once

#include <stop_token>
#include <string>

#include "politeness.h"
#include "transport.h"

// Given: a transport that waits for its turn.

/// Waits for the host's turn before each request. The wait counts for the deadline.
class PoliteTransport final : public Transport {
 public:
  /// Both outlive this object.
  PoliteTransport(Transport& inner, Politeness& politeness) : inner_(inner), politeness_(politeness) {}

  std::string fetch(const Request& request, TimePoint deadline, const std::stop_token& stop) override {
    politeness_.wait_for_turn(request.host, deadline, stop);
    return inner_.fetch(request, deadline, stop);
  }

 private:
  Transport& inner_;
  Politeness& politeness_;
};
