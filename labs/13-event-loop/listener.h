#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "fd.h"

// Given: where connections come from.

/// Gives the connections of clients that have arrived.
class Listener {
 public:
  Listener() = default;
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;
  virtual ~Listener() = default;

  /// A descriptor that epoll finds readable while a client waits. The listener owns it.
  [[nodiscard]] virtual int fd() const = 0;

  /// The socket of the next client; nothing when none waits. Does not wait. The socket blocks until you change that.
  virtual std::optional<Fd> accept() = 0;
};

/// A listener without a network: a client is the other end of a socket pair. So it needs no port, and no permission.
class PairListener final : public Listener {
 public:
  PairListener();

  [[nodiscard]] int fd() const override { return inside_.get(); }
  std::optional<Fd> accept() override;

  /// The way in, for clients: a copy of it may be used after the listener is gone, on any thread, and in a child
  /// process.
  class Door {
   public:
    /// A new client: its end of the socket pair. Waits while too many clients wait to be accepted.
    /// \return nothing when the listener is gone
    [[nodiscard]] std::optional<Fd> connect() const;

   private:
    friend PairListener;
    explicit Door(Fd fd) : fd_(std::move(fd)) {}
    Fd fd_;
  };
  [[nodiscard]] Door door() const;

 private:
  Fd inside_;
  Fd outside_;
};

/// Listens on a TCP port of this machine, for programs that you run yourself. A grade has no network.
class TcpListener final : public Listener {
 public:
  /// \param port  0: any that is free
  /// \throw std::system_error when it cannot
  explicit TcpListener(std::uint16_t port);

  [[nodiscard]] std::uint16_t port() const;
  [[nodiscard]] int fd() const override { return socket_.get(); }
  std::optional<Fd> accept() override;

 private:
  Fd socket_;
};

/// Two ends of one connection: what is written into one is read from the other. Both block.
/// \throw std::system_error when there are no more descriptors
std::array<Fd, 2> socket_pair();
