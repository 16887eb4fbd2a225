#pragma once

#include <chrono>
#include <stop_token>
#include <string>
#include <thread>

#include "pause.h"
#include "script.h"
#include "transport.h"

// Given: a transport without a server. It follows a script in the caller's own thread.

class ScriptedTransport final : public Transport {
 public:
  /// What ends a wait for an answer, besides the answer and the deadline. A transport that nobody stops has fewer
  /// interleavings.
  enum class Heeds { kStops, kNoStops };

  /// \param script  outlives this object
  explicit ScriptedTransport(Script& script, Heeds heeds = Heeds::kStops) : script_(script), heeds_(heeds) {}

  std::string fetch(const Request& request, TimePoint deadline, const std::stop_token& stop) override {
    const Act& act = script_.take(request.path);
    const TimePoint now = std::chrono::steady_clock::now();
    const bool in_time = act.kind != Act::Kind::kNever && (deadline == TimePoint::max() || act.after < deadline - now);
    wait_until(in_time ? now + act.after : deadline, request, stop);
    if (!in_time) throw TimedOut("no answer in time: " + request.path);
    switch (act.kind) {
      case Act::Kind::kTear:
        throw Failed("the answer is torn: " + request.path);
      case Act::Kind::kHangUp:
        throw Failed("the server has hung up: " + request.path);
      case Act::Kind::kBusy:
        throw Failed("the server is busy: " + request.path);
      case Act::Kind::kRefuse:
        throw Refused("refused: " + request.path);
      case Act::Kind::kAnswer:
      case Act::Kind::kNever:
        break;
    }
    return act.body;
  }

 private:
  void wait_until(TimePoint time, const Request& request, const std::stop_token& stop) const {
    if (heeds_ == Heeds::kNoStops) {
      std::this_thread::sleep_until(time);
    } else if (!pause_until(time, stop)) {
      throw Stopped("stopped: " + request.path);
    }
  }

  Script& script_;
  const Heeds heeds_;
};
