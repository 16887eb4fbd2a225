#pragma once

#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <string>
#include <string_view>

#include "listener.h"

// The other end of a connection: a client that blocks.

/// Sends all, or as much as goes before the server is gone.
/// \return whether all went
inline bool send_all(const Fd& socket, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

/// Waits for so many bytes, or for the end.
inline std::string receive(const Fd& socket, std::size_t most) {
  std::string received;
  std::array<char, 4096> piece{};
  while (received.size() < most) {
    const ssize_t count = ::recv(socket.get(), piece.data(), std::min(piece.size(), most - received.size()), 0);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    received.append(piece.data(), static_cast<std::size_t>(count));
  }
  return received;
}

/// Waits for a line, and gives it without its end; what came of it when there is no more.
inline std::string receive_line(const Fd& socket) {
  std::string line;
  for (;;) {
    const std::string byte = receive(socket, 1);
    if (byte.empty() || byte == "\n") return line;
    line += byte;
  }
}

/// Sends no more, and still receives.
inline void end_sending(const Fd& socket) { ::shutdown(socket.get(), SHUT_WR); }
