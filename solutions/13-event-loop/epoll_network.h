#pragma once

#include <memory>
#include <unordered_map>

#include "fd.h"
#include "listener.h"
#include "network.h"

// Part 1: the network of the operating system. Read README.md first.

/// Network over sockets, by epoll. Keeps all the promises of Network; the connections' numbers are yours to choose.
class EpollNetwork final : public Network {
 public:
  /// \param listener  none: no clients arrive
  /// \throw std::system_error when the system gives no descriptors
  explicit EpollNetwork(std::unique_ptr<Listener> listener = nullptr);

  /// Makes a connection of a socket that did not come from the listener, and owns it.
  /// \param socket  blocks, until you change that
  /// \return its number
  int adopt(Fd socket);

  [[nodiscard]] TimePoint now() const override { return std::chrono::steady_clock::now(); }
  std::optional<int> accept() override;
  void stop_listening() override;
  Transfer read(int connection, std::span<char> into) override;
  Transfer write(int connection, std::string_view bytes) override;
  void close(int connection) override;
  void watch(int connection, Direction direction) override;
  std::vector<Ready> wait(TimePoint deadline) override;
  void wake() override;

 private:
  struct Watched {
    Fd socket;
    std::uint32_t events = 0;  ///< what is watched of it: EPOLLIN, EPOLLOUT
  };

  void control(int operation, int fd, std::uint32_t events) const;
  void take(int fd, std::uint32_t events, std::vector<Ready>& ready);

  const Fd epoll_;
  const Fd woken_;
  std::unique_ptr<Listener> listener_;
  std::unordered_map<int, Watched> connections_;  ///< a connection's number is its descriptor
};
