#include "lockstep/rendezvous.h"

namespace lockstep {

bool Rendezvous::meet() {
  std::unique_lock lock(mutex_);
  ++bodies_;
  if (waiting_ != nullptr) {
    waiting_->met = true;
    waiting_ = nullptr;
    met_ += 2;
    missed_in_a_row_ = 0;
    // Under the lock: once the other body has left, this object may be gone.
    changed_.notify_all();
    return true;
  }
  if (missed_in_a_row_ >= options_.misses) return false;

  Waiting self;
  waiting_ = &self;
  if (!changed_.wait_for(lock, options_.timeout, [&self] { return self.met; })) {
    waiting_ = nullptr;
    ++missed_in_a_row_;
  }
  return self.met;
}

std::size_t Rendezvous::bodies() const {
  const std::lock_guard lock(mutex_);
  return bodies_;
}

double Rendezvous::share() const {
  const std::lock_guard lock(mutex_);
  return bodies_ == 0 ? 0 : static_cast<double>(met_) / static_cast<double>(bodies_);
}

}  // namespace lockstep
