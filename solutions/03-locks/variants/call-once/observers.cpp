#include "observers.h"

#include <mutex>
#include <utility>
#include <vector>

namespace {

using Subscriptions = std::vector<std::pair<Observers::Id, Observers::Listener>>;

}  // namespace

struct Observers::State {
  std::mutex mutex;
  std::uint64_t next = 1;                                                              // guarded by mutex
  std::shared_ptr<const Subscriptions> now = std::make_shared<const Subscriptions>();  // guarded by mutex
};

Observers::Observers() : state_(std::make_unique<State>()) {}

Observers::~Observers() = default;

Observers::Id Observers::subscribe(Listener listener) {
  const std::lock_guard lock(state_->mutex);
  auto changed = std::make_shared<Subscriptions>(*state_->now);
  changed->emplace_back(Id{state_->next++}, std::move(listener));
  const Id id = changed->back().first;
  state_->now = std::move(changed);
  return id;
}

bool Observers::unsubscribe(Id id) {
  const std::lock_guard lock(state_->mutex);
  auto changed = std::make_shared<Subscriptions>(*state_->now);
  const auto removed = std::erase_if(*changed, [id](const auto& subscription) { return subscription.first == id; });
  state_->now = std::move(changed);
  return removed > 0;
}

void Observers::notify(const std::string& news) {
  std::unique_lock lock(state_->mutex);
  const auto now = state_->now;
  lock.unlock();
  for (const auto& [id, listener] : *now) listener(news);
}
