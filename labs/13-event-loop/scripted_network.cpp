#include "scripted_network.h"

#include <algorithm>
#include <stdexcept>

ScriptedNetwork::ScriptedNetwork(std::vector<ScriptedClient> clients, Time time)
    : time_(time), begin_(time == Time::kVirtual ? TimePoint{} : std::chrono::steady_clock::now()) {
  clients_.reserve(clients.size());
  for (ScriptedClient& script : clients) clients_.push_back({.script = std::move(script)});
}

TimePoint ScriptedNetwork::now() const {
  return time_ == Time::kVirtual ? virtual_now_ : std::chrono::steady_clock::now();
}

void ScriptedNetwork::pass(Duration duration) { virtual_now_ += duration; }

ScriptedNetwork::Client& ScriptedNetwork::client_of(int connection) {
  const auto found = open_.find(connection);
  if (found == open_.end()) throw std::logic_error("a connection is used that is not open: it was closed before");
  return clients_[found->second];
}

/// Lets happen what has happened by now.
void ScriptedNetwork::catch_up() {
  const Duration now = elapsed();
  for (Client& client : clients_) {
    const auto& acts = client.script.acts;
    for (; client.next < acts.size() && acts[client.next].at <= now; ++client.next) act(client, acts[client.next]);
  }
}

void ScriptedNetwork::act(Client& client, const Act& act) {
  switch (act.kind) {
    case Act::Kind::kSend:
      client.sent += act.bytes;
      break;
    case Act::Kind::kTake:
      client.script.window += act.count;
      break;
    case Act::Kind::kEnd:
      client.ended = true;
      break;
    case Act::Kind::kVanish:
      client.vanished = true;
      break;
  }
}

bool ScriptedNetwork::waits_at_the_door(const Client& client) const {
  return !client.seen.accepted && !client.refused && client.script.arrives <= elapsed();
}

std::optional<int> ScriptedNetwork::accept() {
  if (!listens_) return std::nullopt;
  const auto first = std::find_if(clients_.begin(), clients_.end(),
                                  [this](const Client& client) { return waits_at_the_door(client); });
  if (first == clients_.end()) return std::nullopt;
  int lowest = 3;  // the lowest number that is free, as of descriptors
  while (open_.count(lowest) != 0) ++lowest;
  open_[lowest] = static_cast<std::size_t>(first - clients_.begin());
  first->seen.accepted = true;
  most_open_ = std::max(most_open_, open_.size());
  return lowest;
}

void ScriptedNetwork::stop_listening() {
  listens_ = false;
  for (Client& client : clients_) client.refused = !client.seen.accepted;
}

Transfer ScriptedNetwork::read(int connection, std::span<char> into) {
  Client& client = client_of(connection);
  catch_up();
  if (client.vanished) return {Transfer::End::kGone, 0};
  if (client.sent.empty()) return {client.ended ? Transfer::End::kEnd : Transfer::End::kWouldBlock, 0};
  const std::size_t count = std::min({into.size(), client.sent.size(), client.script.read_piece});
  std::copy_n(client.sent.begin(), count, into.begin());
  client.sent.erase(0, count);
  client.seen.read += count;
  return {Transfer::End::kBytes, count};
}

Transfer ScriptedNetwork::write(int connection, std::string_view bytes) {
  Client& client = client_of(connection);
  catch_up();
  if (client.vanished) return {Transfer::End::kGone, 0};
  const std::size_t count = std::min({bytes.size(), client.script.window, client.script.write_piece});
  if (count == 0) return {Transfer::End::kWouldBlock, 0};
  if (client.script.window != kNoLimit) client.script.window -= count;
  client.seen.received += bytes.substr(0, count);
  const auto lines = std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(count), '\n');
  client.seen.lines_at.insert(client.seen.lines_at.end(), static_cast<std::size_t>(lines), elapsed());
  lines_.insert(lines_.end(), static_cast<std::size_t>(lines), open_.at(connection));
  return {Transfer::End::kBytes, count};
}

void ScriptedNetwork::close(int connection) {
  Client& client = client_of(connection);
  client.seen.closed = true;
  client.seen.closed_at = elapsed();
  open_.erase(connection);
  std::erase_if(watched_, [&](const Ready& watched) { return watched.connection == connection; });
}

void ScriptedNetwork::watch(int connection, Direction direction) {
  if (connection != kListener) (void)client_of(connection);
  const Ready watched{connection, direction};
  if (std::find(watched_.begin(), watched_.end(), watched) == watched_.end()) watched_.push_back(watched);
}

bool ScriptedNetwork::is_ready(const Ready& watched) {
  if (watched.connection == kListener) {
    return listens_ && watched.direction == Direction::kRead &&
           std::any_of(clients_.begin(), clients_.end(),
                       [this](const Client& client) { return waits_at_the_door(client); });
  }
  const Client& client = client_of(watched.connection);
  if (client.vanished) return true;
  return watched.direction == Direction::kRead ? !client.sent.empty() || client.ended : client.script.window > 0;
}

std::vector<Ready> ScriptedNetwork::take_ready() {
  catch_up();
  std::vector<Ready> ready;
  ready.reserve(watched_.size());
  for (const Ready& watched : watched_) {
    if (is_ready(watched)) ready.push_back(watched);
  }
  std::erase_if(watched_,
                [&](const Ready& watched) { return std::find(ready.begin(), ready.end(), watched) != ready.end(); });
  return ready;
}

TimePoint ScriptedNetwork::next_event() const {
  TimePoint next = TimePoint::max();
  for (const Client& client : clients_) {
    if (client.refused || client.seen.closed) continue;
    if (!client.seen.accepted && client.script.arrives > elapsed())
      next = std::min(next, begin_ + client.script.arrives);
    if (client.next < client.script.acts.size()) next = std::min(next, begin_ + client.script.acts[client.next].at);
  }
  return next;
}

std::vector<Ready> ScriptedNetwork::wait(TimePoint deadline) {
  std::unique_lock lock(mutex_);
  ++waits_;
  for (;;) {
    std::vector<Ready> ready = take_ready();
    if (!ready.empty() || woken_ || now() >= deadline) {
      woken_ = false;
      return ready;
    }
    const TimePoint until = std::min(deadline, next_event());
    if (time_ == Time::kVirtual) {
      if (until == TimePoint::max()) {
        throw std::logic_error("the loop would wait for ever: no client will do anything, and there is no deadline");
      }
      virtual_now_ = until;
    } else if (until == TimePoint::max()) {
      woken_changed_.wait(lock);
    } else {
      woken_changed_.wait_until(lock, until);
    }
  }
}

void ScriptedNetwork::wake() {
  const std::scoped_lock lock(mutex_);
  woken_ = true;
  woken_changed_.notify_one();
}
