#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "loop_fixture.h"
#include "server.h"

/// Gives the size of what it is given.
inline std::string count_contents(const Contents& contents) { return std::to_string(contents.size()); }

/// A server for scripted clients. In virtual time no client may ask it to SAVE: the pool's threads are real.
struct ScriptedServer {
  explicit ScriptedServer(Clients clients, ServerOptions options = {}, Time time = Time::kVirtual,
                          Save save = count_contents)
      : network(std::move(clients), time), server(loop, pool, store, std::move(save), options) {}

  /// Serves until a shutdown that comes at this time and gives so long.
  void serve_until(Duration at, Duration grace = 0ms) { loop.run(serve_and(shut_down(at, grace))); }

  /// Serves until a shutdown that comes when the first client has been accepted, and gives all the time that it takes.
  void serve_until_accepted() { loop.run(serve_and(shut_down_when_accepted())); }

  /// What the client has read.
  [[nodiscard]] const std::string& answers(std::size_t client) const { return network.seen(client).received; }

  ScriptedNetwork network;
  Loop loop{network};
  ThreadPool pool{1};
  Store store;
  Server server;

 private:
  Task<> shut_down(Duration at, Duration grace) {
    co_await loop.sleep_for(at);
    server.shutdown(grace);
  }
  Task<> shut_down_when_accepted() {
    while (!network.seen(0).accepted) co_await loop.yield();
    server.shutdown(Duration::max());
  }
  Task<> serve_and(Task<> other) {
    loop.spawn(std::move(other));
    co_await server.serve();
  }
};

/// The answers to these requests, which arrive at once.
inline std::string answers_to(const std::string& requests, ServerOptions options = {}) {
  ScriptedServer on({{.acts = {sends(0ms, requests)}}}, options);
  on.serve_until(1ms);
  return on.answers(0);
}

/// A text so many times.
inline std::string times(std::size_t count, const std::string& text) {
  std::string all;
  all.reserve(count * text.size());
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

inline std::ptrdiff_t lines_in(const std::string& text) { return std::count(text.begin(), text.end(), '\n'); }
