#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <iomanip>
#include <iostream>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "epoll_network.h"
#include "lines.h"
#include "offload.h"
#include "server.h"

// How many requests a second, and how long they take, with more and more connections. Beside the requests a call blocks
// for 5 ms, each 20 ms: not at all, on the pool, in the loop. Server and clients each have a loop, on a thread each.

namespace {

using namespace std::chrono_literals;
using Door = PairListener::Door;

constexpr Duration kMeasured = 1s;

enum class Blocks { kNot, kOnThePool, kInTheLoop };

std::string block() {
  std::this_thread::sleep_for(5ms);
  return {};
}

/// What has to be done from time to time.
Task<> block_again_and_again(Loop& loop, ThreadPool& pool, Blocks where, const bool& over) {
  while (!over) {
    co_await loop.sleep_for(20ms);
    if (where == Blocks::kInTheLoop) block();
    if (where == Blocks::kOnThePool) {
      std::function<std::string()> blocking = block;
      co_await offload(loop, pool, std::move(blocking));
    }
  }
}

Task<> serve(Server& server, bool& over) {
  co_await server.serve();
  over = true;
}

/// Asks, waits for the answer, asks again.
Task<> ask(Loop& loop, int connection, TimePoint until, std::vector<Duration>& took) {
  Stream stream(loop, connection);
  while (loop.now() < until) {
    const TimePoint begin = loop.now();
    co_await stream.write_all("GET key\n");
    const Line line = co_await stream.read_line(100);
    if (line.kind != Line::Kind::kLine) co_return;
    took.push_back(loop.now() - begin);
  }
}

Task<> ask_all(Loop& loop, const std::vector<int>& connections, std::vector<Duration>& took) {
  const TimePoint until = loop.now() + kMeasured;
  for (const int connection : connections) loop.spawn(ask(loop, connection, until, took));
  co_return;
}

/// \return how long each request took
std::vector<Duration> run_clients(const Door& door, std::size_t count) {
  EpollNetwork network;
  std::vector<int> connections;
  connections.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    auto socket = door.connect();
    if (socket) connections.push_back(network.adopt(std::move(*socket)));
  }
  std::vector<Duration> took;
  took.reserve(1'000'000);
  Loop loop(network);
  loop.run(ask_all(loop, connections, took));
  return took;
}

double milliseconds(Duration duration) { return std::chrono::duration<double, std::milli>(duration).count(); }

void measure(std::size_t count, Blocks where, const char* name) {
  auto listener = std::make_unique<PairListener>();
  const Door door = listener->door();
  EpollNetwork network(std::move(listener));
  Loop loop(network);
  ThreadPool pool(1);
  Store store;
  Server server(loop, pool, store, [](const Contents&) { return std::string(); });
  std::vector<Duration> took;
  const std::jthread clients([&] {
    took = run_clients(door, count);
    server.shutdown(1s);
  });
  bool over = false;
  if (where != Blocks::kNot) loop.spawn(block_again_and_again(loop, pool, where, over));
  loop.run(serve(server, over));
  std::sort(took.begin(), took.end());
  if (took.empty()) return;
  std::cout << std::setw(12) << count << "  " << std::setw(12) << name << std::setw(14)
            << static_cast<double>(took.size()) / std::chrono::duration<double>(kMeasured).count() << std::setw(12)
            << milliseconds(took[took.size() / 2]) << std::setw(12) << milliseconds(took[took.size() * 99 / 100])
            << '\n';
}

/// Server and clients are in this process: two descriptors for each connection.
std::size_t most_connections() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return 0;
  limit.rlim_cur = limit.rlim_max;
  (void)::setrlimit(RLIMIT_NOFILE, &limit);
  return (limit.rlim_cur - 64) / 2;
}

}  // namespace

int main() {
  std::cout << std::fixed << std::setprecision(3);
  std::cout << " connections  blocks for     requests/s   median ms     99 % ms\n";
  const std::size_t most = most_connections();
  for (const std::size_t count : {10U, 100U, 1000U, 5000U}) {
    if (count > most) continue;
    measure(count, Blocks::kNot, "nothing");
    measure(count, Blocks::kOnThePool, "the pool");
    measure(count, Blocks::kInTheLoop, "the loop");
  }
}
