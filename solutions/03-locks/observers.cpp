#include "observers.h"

#include <map>
#include <mutex>
#include <utility>
#include <vector>

struct Observers::State {
  /// The listeners as they are now, in the order of their subscriptions.
  std::vector<std::shared_ptr<const Listener>> listeners() {
    const std::scoped_lock lock(mutex);
    std::vector<std::shared_ptr<const Listener>> now;
    now.reserve(subscriptions.size());
    for (const auto& [id, listener] : subscriptions) now.push_back(listener);
    return now;
  }

  std::mutex mutex;
  std::uint64_t next = 0;                                       // guarded by mutex
  std::map<Id, std::shared_ptr<const Listener>> subscriptions;  // guarded by mutex; ids grow, so in their order
};

Observers::Observers() : state_(std::make_unique<State>()) {}

Observers::~Observers() = default;

Observers::Id Observers::subscribe(Listener listener) {
  auto shared = std::make_shared<const Listener>(std::move(listener));
  const std::scoped_lock lock(state_->mutex);
  const Id id{state_->next++};
  state_->subscriptions.emplace(id, std::move(shared));
  return id;
}

bool Observers::unsubscribe(Id id) {
  // A listener may end with its subscription, and what it owns with it: that is code of others, so not under the lock.
  std::shared_ptr<const Listener> ended;
  const std::scoped_lock lock(state_->mutex);
  const auto subscription = state_->subscriptions.find(id);
  if (subscription == state_->subscriptions.end()) return false;
  ended = std::move(subscription->second);
  state_->subscriptions.erase(subscription);
  return true;
}

void Observers::notify(const std::string& news) {
  // A copy, so that no lock is held while others' code runs. A listener unsubscribed meanwhile stays in it, alive.
  for (const auto& listener : state_->listeners()) (*listener)(news);
}
