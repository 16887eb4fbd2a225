// Real clients, on the other ends of socket pairs. What is judged is what comes back, never when.

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "epoll_network.h"
#include "server.h"
#include "server_fixture.h"
#include "sockets.h"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define LOCKSTEP_LAB_IS_SLOW
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define LOCKSTEP_LAB_IS_SLOW
#endif
#endif

namespace {

#ifdef LOCKSTEP_LAB_IS_SLOW
constexpr std::size_t kMost = 300;
#else
constexpr std::size_t kMost = 10'000;
#endif

/// A server for real clients.
struct RealServer {
  explicit RealServer(std::unique_ptr<PairListener> listener) : network(std::move(listener)) {}

  EpollNetwork network;
  Loop loop{network};
  ThreadPool pool{2};
  Store store;
  Server server{loop, pool, store, count_contents};
};

using Door = PairListener::Door;

/// Runs the server until the clients, on threads of their own, have come to their end.
template <class Body>
void with_clients(int threads, Body body) {
  auto listener = std::make_unique<PairListener>();
  const Door door = listener->door();
  RealServer real(std::move(listener));
  std::jthread clients([&] {
    std::vector<std::jthread> all;
    all.reserve(static_cast<std::size_t>(threads));
    for (int i = 0; i < threads; ++i) all.emplace_back([&door, &body, i] { body(door, i); });
    all.clear();  // joins them
    real.server.shutdown(Duration::max());
  });
  real.loop.run(real.server.serve());
  EXPECT_EQ(real.server.connections(), 0U);
}

/// Sets a key of its own again and again, and reads it.
void ask_in_turn(const Door& door, int number) {
  const auto socket = door.connect();
  ASSERT_TRUE(socket);
  const std::string key = "k" + std::to_string(number);
  for (int i = 0; i < 30; ++i) {
    const std::string value = std::to_string(i);
    ASSERT_TRUE(send_all(*socket, std::string("SET ").append(key).append(" ").append(value).append("\n")));
    ASSERT_EQ(receive_line(*socket), "OK");
    ASSERT_TRUE(send_all(*socket, "GET " + key + "\n"));
    ASSERT_EQ(receive_line(*socket), "VALUE " + value);
  }
  ASSERT_TRUE(send_all(*socket, "SAVE\n"));
  EXPECT_EQ(receive_line(*socket).substr(0, 6), "SAVED ");
}

/// Sends more than all buffers hold, on a thread of its own, and takes the answers at the same time.
void ask_all_at_once(const Door& door) {
  constexpr int kRequests = 20'000;
  const auto socket = door.connect();
  ASSERT_TRUE(socket);
  const std::string value(200, 'v');
  ASSERT_TRUE(send_all(*socket, "SET a " + value + "\n"));
  ASSERT_EQ(receive_line(*socket), "OK");
  const std::jthread sender([&socket] {
    EXPECT_TRUE(send_all(*socket, times(kRequests, "GET a\n")));
    end_sending(*socket);
  });
  const std::string answer = "VALUE " + value + "\n";
  const std::string received = receive(*socket, kNoLimit - 1);
  EXPECT_EQ(received.size(), kRequests * answer.size());
  EXPECT_TRUE(received == times(kRequests, answer)) << "the answers, which are too long to be shown";
}

/// What the clients of the child process do. \return whether all was as it must be
bool connect_and_ask(const Door& door, std::size_t count) {
  std::vector<Fd> sockets;
  sockets.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    auto socket = door.connect();
    if (!socket) return false;
    sockets.push_back(std::move(*socket));
  }
  for (std::size_t i = 0; i < count; ++i) {
    if (!send_all(sockets[i], "SET k" + std::to_string(i) + " v\nGET k" + std::to_string(i) + "\n")) return false;
  }
  return std::all_of(sockets.begin(), sockets.end(),
                     [](const Fd& socket) { return receive(socket, 11) == "OK\nVALUE v\n"; });
}

/// How many connections a process may have here, and not more than there are to be.
std::size_t most_connections() {
  constexpr std::size_t kOthers = 64;  // descriptors for all else
  rlimit limit{};
  EXPECT_EQ(::getrlimit(RLIMIT_NOFILE, &limit), 0);
  limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, kMost + kOthers);
  EXPECT_EQ(::setrlimit(RLIMIT_NOFILE, &limit), 0);
  return std::min<std::size_t>(kMost, limit.rlim_cur - kOthers);
}

}  // namespace

TEST(RealClientTest, EachGetsItsAnswers) {
  for (const int threads : {1, 2, 3, 4, 5, 7, 11, 13}) with_clients(threads, ask_in_turn);
}

TEST(RealClientTest, SendsMoreThanAllBuffersHold) {
  with_clients(1, [](const Door& door, int /*number*/) { ask_all_at_once(door); });
}

TEST(RealClientTest, SomeVanish) {
  with_clients(3, [](const Door& door, int number) {
    for (int i = 0; i < 20; ++i) {
      const auto socket = door.connect();
      ASSERT_TRUE(socket);
      EXPECT_TRUE(send_all(*socket, times(2000, "GET a\n")));  // and goes without a look at the answers
    }
    ask_in_turn(door, number);
  });
}

// The clients are a process of their own, or else each connection would need two descriptors of this one. A machine
// that allows fewer open files than ten thousand has as many connections as it allows.
TEST(RealClientTest, TenThousandConnectionsOrAllThatTheMachineAllows) {
  const std::size_t count = most_connections();
  auto listener = std::make_unique<PairListener>();
  const Door door = listener->door();
  const pid_t child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) ::_exit(connect_and_ask(door, count) ? 0 : 1);
  RealServer real(std::move(listener));
  std::jthread waiter([&real, child] {
    int status = 0;
    EXPECT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_EQ(status, 0) << "a client did not get its answers";
    real.server.shutdown(Duration::max());
  });
  real.loop.run(real.server.serve());
  waiter.join();
  EXPECT_EQ(real.store.contents().size(), count);
  EXPECT_EQ(real.server.connections(), 0U);
  RecordProperty("connections", static_cast<int>(count));
}
