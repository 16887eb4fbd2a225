#include <algorithm>
#include <chrono>
#include <cstdint>
#include <exception>
#include <iomanip>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

#include "fetch_all.h"
#include "server.h"
#include "threads_for.h"

// Part 6: how many threads? Measures a task that waits and a task that computes, lets threads_for choose a number for
// each, and runs both with other numbers as well.

namespace {

using namespace std::chrono_literals;

constexpr int kTasks = 96;
constexpr std::size_t kMost = 48;

/// Computes for some milliseconds, and says nothing of interest.
std::string compute() {
  std::uint64_t state = 88172645463325252U;
  for (int i = 0; i < 1'500'000; ++i) {
    state ^= state << 13U;
    state ^= state >> 7U;
    state ^= state << 17U;
  }
  return std::to_string(state);
}

/// "Fetches" by computing.
class Computing final : public Transport {
 public:
  std::string fetch(const Request& /*request*/, TimePoint /*deadline*/, const std::stop_token& /*stop*/) override {
    return compute();
  }
};

double milliseconds(Duration time) { return std::chrono::duration<double, std::milli>(time).count(); }

void compare(const std::string& what, Transport& transport, std::size_t cores) {
  const std::vector<Request> requests(kTasks, {"host", "a"});
  const Measured measured =
      measure([&] { (void)transport.fetch(requests[0], TimePoint::max(), {}); }, 8, system_clocks());
  const std::size_t chosen = threads_for(measured, cores, kMost);
  std::cout << what << ": waits " << milliseconds(measured.wait) << " ms, computes " << milliseconds(measured.compute)
            << " ms; threads_for chooses " << chosen << "\n";
  for (std::size_t threads = 1; threads <= kMost; threads *= 2) {
    const auto begin = std::chrono::steady_clock::now();
    (void)fetch_all(transport, requests, {.at_most = threads});
    std::cout << std::setw(8) << threads << " threads" << std::setw(10)
              << milliseconds(std::chrono::steady_clock::now() - begin) << " ms\n";
  }
}

void run() {
  const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
  std::cout << std::fixed << std::setprecision(2) << kTasks << " tasks, " << cores << " cores\n";
  Script script;
  script.on("a", {answer("a", 10ms)});
  ScriptedServer server(script);
  SocketTransport sockets(server);
  compare("I/O-bound", sockets, cores);
  Computing computing;
  compare("CPU-bound", computing, cores);
}

}  // namespace

int main() {
  try {
    run();
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "requests_bench: " << error.what() << "\n";
    return 1;
  }
}
