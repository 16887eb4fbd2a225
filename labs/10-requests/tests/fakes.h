#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <functional>
#include <initializer_list>
#include <mutex>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "outcome.h"
#include "transport.h"

using namespace std::chrono_literals;  // for the tests of this lab alone

/// A transport that does what a function says, and notes what it was asked for.
class FakeTransport final : public Transport {
 public:
  using Answer = std::function<std::string(const Request&, TimePoint, const std::stop_token&)>;

  explicit FakeTransport(Answer answer) : answer_(std::move(answer)) {}

  std::string fetch(const Request& request, TimePoint deadline, const std::stop_token& stop) override {
    const Inside inside(*this, request, deadline);
    return answer_(request, deadline, stop);
  }

  /// The paths, in the order in which they were asked for.
  [[nodiscard]] std::vector<std::string> asked() {
    const std::lock_guard lock(mutex_);
    return asked_;
  }
  [[nodiscard]] std::vector<TimePoint> deadlines() {
    const std::lock_guard lock(mutex_);
    return deadlines_;
  }
  [[nodiscard]] std::size_t most_at_once() {
    const std::lock_guard lock(mutex_);
    return most_;
  }

 private:
  class Inside {
   public:
    Inside(FakeTransport& fake, const Request& request, TimePoint deadline) : fake_(fake) {
      const std::lock_guard lock(fake_.mutex_);
      fake_.asked_.push_back(request.path);
      fake_.deadlines_.push_back(deadline);
      fake_.most_ = std::max(fake_.most_, ++fake_.inside_);
    }
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;
    ~Inside() {
      const std::lock_guard lock(fake_.mutex_);
      --fake_.inside_;
    }

   private:
    FakeTransport& fake_;
  };

  const Answer answer_;
  std::mutex mutex_;
  std::vector<std::string> asked_;    // guarded by mutex_
  std::vector<TimePoint> deadlines_;  // guarded by mutex_
  std::size_t inside_ = 0;            // guarded by mutex_
  std::size_t most_ = 0;              // guarded by mutex_
};

/// Answers each request at once.
inline std::string echo(const Request& request, TimePoint /*deadline*/, const std::stop_token& /*stop*/) {
  return "answer to " + request.path;
}

/// Requests to one host.
inline std::vector<Request> to_host(std::initializer_list<const char*> paths) {
  std::vector<Request> requests;
  requests.reserve(paths.size());
  for (const char* path : paths) requests.push_back({"host", path});
  return requests;
}

inline std::vector<Request> many(int number) {
  std::vector<Request> requests;
  requests.reserve(static_cast<std::size_t>(number));
  for (int i = 0; i < number; ++i) requests.push_back({"host", std::to_string(i)});
  return requests;
}

/// How a request has ended, in a word: its body, or the type of what came in its place.
inline std::string end_of(const Outcome& outcome) {
  try {
    return outcome.body();
  } catch (const Failed&) {
    return "Failed";
  } catch (const Refused&) {
    return "Refused";
  } catch (const TimedOut&) {
    return "TimedOut";
  } catch (const Stopped&) {
    return "Stopped";
  } catch (...) {
    return "something else";
  }
}

inline std::vector<std::string> ends_of(const std::vector<Outcome>& outcomes) {
  std::vector<std::string> ends;
  ends.reserve(outcomes.size());
  for (const Outcome& outcome : outcomes) ends.push_back(end_of(outcome));
  return ends;
}

using Ends = std::vector<std::string>;
