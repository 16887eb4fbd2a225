#include "observers.h"

#include <list>
#include <mutex>
#include <utility>

namespace {

struct Subscription {
  Observers::Id id{};
  Observers::Listener listener;
};

}  // namespace

struct Observers::State {
  std::mutex mutex;
  std::list<Subscription> subscriptions;  // guarded by mutex
  std::uint64_t next = 0;                 // guarded by mutex
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
  return std::erase_if(state_->subscriptions, [id](const Subscription& one) { return one.id == id; }) > 0;
}

void Observers::notify(const std::string& news) {
  std::unique_lock lock(state_->mutex);
  for (auto at = state_->subscriptions.begin(); at != state_->subscriptions.end(); ++at) {
    const Listener listener = at->listener;
    lock.unlock();
    listener(news);
    lock.lock();
  }
}
