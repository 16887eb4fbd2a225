#include "as_completed.h"

#include <algorithm>
#include <chrono>
#include <exception>
#include <stdexcept>
#include <utility>

AsCompleted::AsCompleted(Transport& transport, std::vector<Request> requests, Limits limits)
    : transport_(transport), requests_(std::move(requests)), limits_(std::move(limits)) {
  if (limits_.at_most == 0) throw std::invalid_argument("at most 0 requests at the same time: none would end");
  stopped_from_outside_.emplace(limits_.stop, [this] { stop_.request_stop(); });
  const std::size_t workers = std::min(limits_.at_most, requests_.size());
  workers_.reserve(workers);
  for (std::size_t i = 0; i < workers; ++i) workers_.emplace_back([this] { work(); });
}

AsCompleted::~AsCompleted() { stop_.request_stop(); }  // and the threads are joined

std::optional<Completed> AsCompleted::next() {
  if (given_ == requests_.size()) return std::nullopt;
  std::unique_lock lock(mutex_);
  ended_.wait(lock, [this] { return !completed_.empty(); });
  ++given_;
  std::optional<Completed> first(std::move(completed_.front()));
  completed_.pop_front();
  return first;
}

/// A worker takes the next request as soon as it has ended one.
void AsCompleted::work() {
  std::unique_lock lock(mutex_);
  while (begun_ < requests_.size()) {
    const std::size_t index = begun_++;
    lock.unlock();
    Outcome outcome = fetch(requests_[index]);
    lock.lock();
    completed_.push_back({index, std::move(outcome)});
    ended_.notify_one();
  }
}

Outcome AsCompleted::fetch(const Request& request) {
  try {
    if (stop_.stop_requested()) throw Stopped("stopped before it began: " + request.path);
    const TimePoint now = std::chrono::steady_clock::now();
    if (now >= limits_.all) throw TimedOut("the time for all came before it began: " + request.path);
    return Outcome(transport_.fetch(request, deadline_of(limits_, now), stop_.get_token()));
  } catch (...) {
    return Outcome(std::current_exception());
  }
}
