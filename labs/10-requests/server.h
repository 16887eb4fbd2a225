#pragma once

#include <mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "script.h"
#include "transport.h"

// Given: a server on local sockets, and a transport that asks it.

/// The owner of a descriptor.
class Socket {
 public:
  explicit Socket(int fd) : fd_(fd) {}
  Socket(Socket&& other) noexcept;
  Socket& operator=(Socket&&) = delete;
  ~Socket();

  [[nodiscard]] int fd() const { return fd_; }

 private:
  int fd_;
};

/// Follows a script: for each request it waits, answers, tears its answer, or hangs up. Each connection has a thread of
/// the server's. The request is a line, "GET PATH"; an answer is a line with a code and the size of the body, and the
/// body.
class ScriptedServer {
 public:
  /// \param script  outlives this object
  explicit ScriptedServer(Script& script) : script_(script) {}
  ScriptedServer(const ScriptedServer&) = delete;
  ScriptedServer& operator=(const ScriptedServer&) = delete;
  ~ScriptedServer();

  /// \return the client's end of a new connection, for one request. Any thread may connect.
  /// \throw std::system_error when the system has no more sockets
  Socket connect();

 private:
  void serve(const Socket& client);

  Script& script_;
  std::stop_source stop_;
  std::mutex mutex_;
  std::vector<std::jthread> connections_;  // guarded by mutex_
};

/// Asks the server, over a connection for each request. All hosts lead to this server.
class SocketTransport final : public Transport {
 public:
  /// \param server  outlives this object
  explicit SocketTransport(ScriptedServer& server) : server_(server) {}

  /// \throw Failed when the server is busy, has hung up, or has torn its answer
  std::string fetch(const Request& request, TimePoint deadline, const std::stop_token& stop) override;

 private:
  ScriptedServer& server_;
};
