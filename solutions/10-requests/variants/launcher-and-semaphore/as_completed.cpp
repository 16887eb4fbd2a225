#include "as_completed.h"

#include <chrono>
#include <exception>
#include <stdexcept>
#include <utility>

namespace {

std::ptrdiff_t places(std::size_t at_most, std::size_t requests) {
  if (at_most == 0) throw std::invalid_argument("no place for any request");
  return static_cast<std::ptrdiff_t>(at_most < requests ? at_most : requests);
}

}  // namespace

AsCompleted::AsCompleted(Transport& transport, std::vector<Request> requests, Limits limits)
    : transport_(transport),
      requests_(std::move(requests)),
      limits_(std::move(limits)),
      places_(places(limits_.at_most, requests_.size())) {
  launcher_ = std::thread([this] { launch(); });
}

AsCompleted::~AsCompleted() {
  stop_->request_stop();
  launcher_.join();
}

std::optional<Completed> AsCompleted::next() {
  if (given_ == requests_.size()) return std::nullopt;
  std::unique_lock lock(mutex_);
  while (completed_.empty()) ended_.wait(lock);
  Completed first = std::move(completed_.front());
  completed_.pop_front();
  ++given_;
  return first;
}

void AsCompleted::launch() {
  const std::stop_callback from_outside(limits_.stop, [stop = stop_] { stop->request_stop(); });
  fetching_.reserve(requests_.size());
  for (std::size_t i = 0; i < requests_.size(); ++i) {
    places_.acquire();
    fetching_.emplace_back([this, i] { fetch(i); });
  }
  for (std::thread& thread : fetching_) thread.join();
}

void AsCompleted::fetch(std::size_t index) {
  Completed ended{index, Outcome()};
  try {
    const TimePoint now = std::chrono::steady_clock::now();
    if (stop_->stop_requested()) throw Stopped("not begun");
    if (limits_.all <= now) throw TimedOut("not begun");
    ended.outcome = Outcome(transport_.fetch(requests_[index], deadline_of(limits_, now), stop_->get_token()));
  } catch (...) {
    ended.outcome = Outcome(std::current_exception());
  }
  {
    const std::lock_guard lock(mutex_);
    completed_.push_back(std::move(ended));
    ended_.notify_all();
  }
  places_.release();
}
