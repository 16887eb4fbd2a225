// The listener over TCP, which is given, with clients of this machine. No check has these cases: a grade has no
// network.

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

#include <cerrno>
#include <cstdint>
#include <memory>
#include <optional>
#include <system_error>

#include "fd.h"
#include "listener.h"
#include "sockets.h"

namespace {

constexpr std::uint16_t kAnyPort = 0;

sockaddr_in on_loopback(std::uint16_t port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(port);
  return address;
}

Fd tcp_socket() { return Fd(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)); }

/// Gives the socket a port of its own that is free.
bool bind_to_loopback(const Fd& socket) {
  const sockaddr_in address = on_loopback(kAnyPort);
  return ::bind(socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0;
}

bool connects(const Fd& client, std::uint16_t port) {
  const sockaddr_in address = on_loopback(port);
  return ::connect(client.get(), reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0;
}

/// \return the error for which this machine has no network of its own; 0: it has one
int why_no_loopback() {
  const Fd socket = tcp_socket();
  return socket.get() >= 0 && bind_to_loopback(socket) ? 0 : errno;
}

/// Waits until a client has arrived. \return its socket
std::optional<Fd> accept_from(Listener& listener) {
  pollfd watched{.fd = listener.fd(), .events = POLLIN, .revents = 0};
  EXPECT_EQ(::poll(&watched, 1, -1), 1) << "a client has connected, and the listener is not readable";
  return listener.accept();
}

class TcpListenerTest : public ::testing::Test {
 protected:
  void SetUp() override {
    const int error = why_no_loopback();
    if (error != 0) GTEST_SKIP() << "no loopback socket can be made here: " << std::generic_category().message(error);
  }
};

}  // namespace

TEST_F(TcpListenerTest, AcceptsAClientAndCarriesBytesBothWays) {
  TcpListener listener(kAnyPort);
  EXPECT_FALSE(listener.accept()) << "nobody has come, and it does not wait";
  const Fd client = tcp_socket();
  ASSERT_TRUE(connects(client, listener.port()));
  const std::optional<Fd> server = accept_from(listener);
  ASSERT_TRUE(server);
  EXPECT_TRUE(send_all(client, "question"));
  EXPECT_EQ(receive(*server, 8), "question");
  EXPECT_TRUE(send_all(*server, "answer"));
  EXPECT_EQ(receive(client, 6), "answer");
}

TEST_F(TcpListenerTest, ReportsThePortThatItHas) {
  const TcpListener listener(kAnyPort);
  EXPECT_NE(listener.port(), kAnyPort);
  EXPECT_THROW(TcpListener(listener.port()), std::system_error) << "another one listens there";
}

TEST_F(TcpListenerTest, ClosedItRefusesThoseThatComeLater) {
  auto listener = std::make_unique<TcpListener>(kAnyPort);
  const std::uint16_t port = listener->port();
  const Fd early = tcp_socket();
  ASSERT_TRUE(connects(early, port));
  const std::optional<Fd> server = accept_from(*listener);
  ASSERT_TRUE(server);
  // Its own port is chosen while the listener still has the other one: TCP connects a socket even with itself.
  const Fd late = tcp_socket();
  ASSERT_TRUE(bind_to_loopback(late));
  listener.reset();
  EXPECT_FALSE(connects(late, port));
  EXPECT_TRUE(send_all(early, "still here"));
  EXPECT_EQ(receive(*server, 10), "still here") << "a connection outlives the listener that it came from";
}
