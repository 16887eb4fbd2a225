#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include "loop.h"
#include "scripted_network.h"
#include "server.h"
#include "store.h"
#include "thread_pool.h"

// Writes connections.csv: a server's day in 24 virtual seconds. Clients come and go, some are slow to take their
// answers, some vanish, and after 20 seconds the server shuts down. The same each time, as long as the server does the
// same.

namespace {

using namespace std::chrono_literals;

constexpr std::size_t kClients = 300;
constexpr Duration kShutdown = 20s;
constexpr Duration kGrace = 3s;

/// Numbers that look random (xorshift), the same each time.
class Numbers {
 public:
  /// \return from 0 to `below` - 1
  std::uint64_t next(std::uint64_t below) {
    state_ ^= state_ << 13U;
    state_ ^= state_ >> 7U;
    state_ ^= state_ << 17U;
    return state_ % below;
  }

 private:
  std::uint64_t state_ = 88172645463325252U;
};

/// Asks some twenty times a second. One in six is slow: it takes ten bytes of answers, and no more for a while.
ScriptedClient make_client(Numbers& numbers) {
  ScriptedClient client;
  client.arrives = numbers.next(19'000) * 1ms;
  const Duration stays = (500 + numbers.next(4'000)) * 1ms;
  const Duration leaves = client.arrives + stays;
  const bool slow = numbers.next(6) == 0;
  if (slow) client.window = 10;
  for (Duration at = client.arrives; at < leaves; at += (20 + numbers.next(60)) * 1ms) {
    const std::string key = "k" + std::to_string(numbers.next(50));
    client.acts.push_back(sends(at, numbers.next(3) == 0 ? "SET " + key + " value\n" : "GET " + key + "\n"));
    if (slow && numbers.next(25) == 0) client.acts.push_back(takes(at, 300));
  }
  if (slow) client.acts.push_back(takes(leaves + 500ms, 100'000));
  client.acts.push_back(numbers.next(8) == 0 ? vanishes(leaves + 500ms) : ends(leaves + 500ms));
  return client;
}

Task<> shut_down(Loop& loop, Server& server) {
  co_await loop.sleep_for(kShutdown);
  server.shutdown(kGrace);
}

struct Sample {
  std::size_t open = 0;
  std::size_t waiting = 0;
};

Sample sample_at(Duration time, const std::vector<ScriptedClient>& clients, const ScriptedNetwork& network) {
  Sample sample;
  for (std::size_t i = 0; i < clients.size(); ++i) {
    const Seen& seen = network.seen(i);
    if (!seen.accepted || clients[i].arrives > time || (seen.closed && seen.closed_at <= time)) continue;
    ++sample.open;
    const auto sent = std::count_if(clients[i].acts.begin(), clients[i].acts.end(),
                                    [time](const Act& act) { return act.kind == Act::Kind::kSend && act.at <= time; });
    const auto answered =
        std::count_if(seen.lines_at.begin(), seen.lines_at.end(), [time](Duration at) { return at <= time; });
    sample.waiting += static_cast<std::size_t>(sent - answered);
  }
  return sample;
}

}  // namespace

int main() {
  Numbers numbers;
  std::vector<ScriptedClient> clients;
  clients.reserve(kClients);
  for (std::size_t i = 0; i < kClients; ++i) clients.push_back(make_client(numbers));
  ScriptedNetwork network(clients);
  Loop loop(network);
  ThreadPool pool(1);
  Store store;
  Server server(loop, pool, store, [](const Contents&) { return std::string(); });
  loop.spawn(shut_down(loop, server));
  loop.run(server.serve());

  std::ofstream file("connections.csv");
  file << "seconds,open connections,requests waiting\n";
  for (Duration time{}; time <= kShutdown + kGrace + 1s; time += 50ms) {
    const Sample sample = sample_at(time, clients, network);
    file << std::chrono::duration<double>(time).count() << ',' << sample.open << ',' << sample.waiting << '\n';
  }
  file.close();
  if (!file) {
    std::cerr << "connections.csv cannot be written\n";
    return 1;
  }
  std::cout << "connections.csv: " << kClients << " clients, at most " << network.most_open() << " at the same time\n";
  return 0;
}
