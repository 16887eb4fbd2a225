#include "observers.h"

#include <algorithm>
#include <mutex>
#include <utility>
#include <vector>

namespace {

struct Subscription {
  Observers::Id id{};
  Observers::Listener listener;
};

}  // namespace

struct Observers::State {
  std::mutex mutex;
  std::vector<Subscription> subscriptions;  // guarded by mutex
  std::uint64_t next = 0;                   // guarded by mutex
};

Observers::Observers() : state_(std::make_unique<State>()) {}

Observers::~Observers() = default;

Observers::Id Observers::subscribe(Listener listener) {
  const std::scoped_lock lock(state_->mutex);
  const Id id{state_->next++};
  state_->subscriptions.push_back({id, std::move(listener)});
  return id;
}

bool Observers::unsubscribe(Id id) {
  const std::scoped_lock lock(state_->mutex);
  const auto found = std::ranges::find(state_->subscriptions, id, &Subscription::id);
  if (found == state_->subscriptions.end()) return false;
  std::swap(*found, state_->subscriptions.back());
  state_->subscriptions.pop_back();
  return true;
}

void Observers::notify(const std::string& news) {
  std::vector<Subscription> now;
  {
    const std::scoped_lock lock(state_->mutex);
    now = state_->subscriptions;
  }
  for (const Subscription& subscription : now) subscription.listener(news);
}
