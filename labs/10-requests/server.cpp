#include "server.h"

#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string_view>
#include <system_error>
#include <utility>

#include "pause.h"

namespace {

bool send_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);  // a client that has gone is no signal
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

/// A line without its end, or what came of it.
std::string receive_line(int fd) {
  std::string line;
  char byte = 0;
  for (;;) {
    const ssize_t received = ::recv(fd, &byte, 1, 0);
    if (received < 0 && errno == EINTR) continue;
    if (received <= 0 || byte == '\n') return line;
    line += byte;
  }
}

std::string answer_of(const Act& act) {
  const std::string size = std::to_string(act.body.size());
  switch (act.kind) {
    case Act::Kind::kAnswer:
      return "200 " + size + "\n" + act.body;
    case Act::Kind::kTear:
      return "200 " + size + "\n" + act.body.substr(0, act.body.size() / 2);
    case Act::Kind::kBusy:
      return "503 0\n";
    case Act::Kind::kRefuse:
      return "404 0\n";
    case Act::Kind::kHangUp:
    case Act::Kind::kNever:
      break;
  }
  return {};
}

}  // namespace

Socket::Socket(Socket&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}

Socket::~Socket() {
  if (fd_ >= 0) ::close(fd_);
}

ScriptedServer::~ScriptedServer() { stop_.request_stop(); }  // and the threads are joined

Socket ScriptedServer::connect() {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
    throw std::system_error(errno, std::generic_category(), "socketpair");
  }
  Socket mine(ends[0]);
  Socket client(ends[1]);
  const std::lock_guard lock(mutex_);
  connections_.emplace_back([this, end = std::move(client)] { serve(end); });
  return mine;
}

void ScriptedServer::serve(const Socket& client) {
  const std::string line = receive_line(client.fd());
  const std::size_t space = line.find(' ');
  if (space == std::string::npos) return;
  const Act& act = script_.take(line.substr(space + 1));
  const TimePoint time =
      act.kind == Act::Kind::kNever ? TimePoint::max() : std::chrono::steady_clock::now() + act.after;
  if (pause_until(time, stop_.get_token())) (void)send_all(client.fd(), answer_of(act));
}
