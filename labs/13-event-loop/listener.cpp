#include "listener.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <cerrno>
#include <cstring>
#include <system_error>

namespace {

[[noreturn]] void throw_errno(const char* what) { throw std::system_error(errno, std::generic_category(), what); }

Fd checked(int fd, const char* what) {
  if (fd < 0) throw_errno(what);
  return Fd(fd);
}

/// A message of one byte that carries a descriptor with it: see unix(7), SCM_RIGHTS.
struct Message {
  Message() {
    header.msg_iov = &part;
    header.msg_iovlen = 1;
    header.msg_control = control.data();
    header.msg_controllen = control.size();
  }
  Message(const Message&) = delete;
  Message& operator=(const Message&) = delete;

  char byte = 0;
  iovec part{&byte, 1};
  alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
  msghdr header{};
};

bool send_descriptor(int socket, int fd) {
  Message message;
  cmsghdr* const rights = CMSG_FIRSTHDR(&message.header);
  rights->cmsg_level = SOL_SOCKET;
  rights->cmsg_type = SCM_RIGHTS;
  rights->cmsg_len = CMSG_LEN(sizeof(int));
  std::memcpy(CMSG_DATA(rights), &fd, sizeof(int));
  for (;;) {
    if (::sendmsg(socket, &message.header, MSG_NOSIGNAL) == 1) return true;
    if (errno != EINTR && errno != ETOOMANYREFS)
      return false;  // too many are under way: the server is about to take some
  }
}

std::optional<Fd> receive_descriptor(int socket) {
  Message message;
  if (::recvmsg(socket, &message.header, MSG_DONTWAIT | MSG_CMSG_CLOEXEC) != 1) return std::nullopt;
  const cmsghdr* const rights = CMSG_FIRSTHDR(&message.header);
  if (rights == nullptr || rights->cmsg_type != SCM_RIGHTS) return std::nullopt;
  int fd = -1;
  std::memcpy(&fd, CMSG_DATA(rights), sizeof(int));
  return Fd(fd);
}

}  // namespace

std::array<Fd, 2> socket_pair() {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) throw_errno("socketpair");
  return {Fd(ends[0]), Fd(ends[1])};
}

PairListener::PairListener() {
  auto [inside, outside] = socket_pair();
  inside_ = std::move(inside);
  outside_ = std::move(outside);
}

PairListener::Door PairListener::door() const {
  return Door(checked(::fcntl(outside_.get(), F_DUPFD_CLOEXEC, 0), "fcntl"));
}

std::optional<Fd> PairListener::accept() { return receive_descriptor(inside_.get()); }

std::optional<Fd> PairListener::Door::connect() const {
  auto [mine, servers] = socket_pair();
  if (!send_descriptor(fd_.get(), servers.get())) return std::nullopt;
  return std::move(mine);
}

TcpListener::TcpListener(std::uint16_t port)
    : socket_(checked(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0), "socket")) {
  const int yes = 1;
  if (::setsockopt(fd(), SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes)) != 0) throw_errno("setsockopt");
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(port);
  if (::bind(fd(), reinterpret_cast<const sockaddr*>(&address), sizeof(address)) != 0) throw_errno("bind");
  if (::listen(fd(), SOMAXCONN) != 0) throw_errno("listen");
}

std::uint16_t TcpListener::port() const {
  sockaddr_in address{};
  socklen_t size = sizeof(address);
  if (::getsockname(fd(), reinterpret_cast<sockaddr*>(&address), &size) != 0) throw_errno("getsockname");
  return ntohs(address.sin_port);
}

std::optional<Fd> TcpListener::accept() {
  const int client = ::accept4(fd(), nullptr, nullptr, SOCK_CLOEXEC);
  if (client < 0) return std::nullopt;
  return Fd(client);
}
