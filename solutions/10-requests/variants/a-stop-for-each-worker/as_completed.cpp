#include "as_completed.h"

#include <chrono>
#include <exception>
#include <list>
#include <stdexcept>
#include <utility>

struct AsCompleted::Shared {
  Shared(Transport& to, std::vector<Request> what, Limits how)
      : transport(to), requests(std::move(what)), limits(std::move(how)) {}

  Outcome fetch(std::size_t index, const std::stop_token& stop) {
    try {
      if (stop.stop_requested()) return Outcome(std::make_exception_ptr(Stopped("not begun")));
      const TimePoint now = std::chrono::steady_clock::now();
      if (now >= limits.all) return Outcome(std::make_exception_ptr(TimedOut("not begun")));
      return Outcome(transport.fetch(requests[index], deadline_of(limits, now), stop));
    } catch (...) {
      return Outcome(std::current_exception());
    }
  }

  void work(std::stop_source own) {
    const std::stop_callback from_outside(limits.stop, [&own] { own.request_stop(); });
    const std::stop_token stop = own.get_token();
    for (std::size_t i = begun.fetch_add(1); i < requests.size(); i = begun.fetch_add(1)) {
      std::list<Completed> one;
      one.push_back({i, fetch(i, stop)});
      const std::lock_guard lock(mutex);
      completed.splice(completed.end(), one);
      ended.notify_one();
    }
  }

  Transport& transport;
  const std::vector<Request> requests;
  const Limits limits;
  std::atomic<std::size_t> begun{0};
  std::mutex mutex;
  std::condition_variable ended;
  std::list<Completed> completed;  // guarded by mutex
};

AsCompleted::AsCompleted(Transport& transport, std::vector<Request> requests, Limits limits) {
  if (limits.at_most == 0) throw std::invalid_argument("at_most is 0");
  const std::size_t most = requests.size() < limits.at_most ? requests.size() : limits.at_most;
  shared_ = std::make_shared<Shared>(transport, std::move(requests), std::move(limits));
  workers_.resize(most);
  for (std::jthread& worker : workers_) {
    std::stop_source own;
    stops_.push_back(own);
    worker = std::jthread([shared = shared_, own] { shared->work(own); });
  }
}

AsCompleted::~AsCompleted() {
  for (std::stop_source& stop : stops_) stop.request_stop();
  for (std::jthread& worker : workers_) worker.join();
}

std::optional<Completed> AsCompleted::next() {
  if (given_ == shared_->requests.size()) return std::nullopt;
  std::list<Completed> first;
  {
    std::unique_lock lock(shared_->mutex);
    shared_->ended.wait(lock, [this] { return !shared_->completed.empty(); });
    first.splice(first.end(), shared_->completed, shared_->completed.begin());
  }
  ++given_;
  return std::move(first.front());
}
