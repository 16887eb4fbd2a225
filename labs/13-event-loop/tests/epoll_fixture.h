#pragma once

#include <gtest/gtest.h>

#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "epoll_network.h"
#include "sockets.h"

/// A network without a listener, and one connection: its number, and the client's end.
class EpollNetworkTest : public ::testing::Test {
 protected:
  EpollNetworkTest() {
    auto [server, client] = socket_pair();
    client_ = std::move(client);
    connection_ = network_.adopt(std::move(server));
  }

  /// What is ready now, without a wait.
  std::vector<Ready> look() { return network_.wait(TimePoint::min()); }
  std::vector<Ready> look_until_ready() { return network_.wait(TimePoint::max()); }

  std::string read(std::size_t most = 100) {
    std::string into(most, ' ');
    const Transfer read = network_.read(connection_, into);
    EXPECT_EQ(read.end, Transfer::End::kBytes);
    into.resize(read.bytes);
    return into;
  }
  Transfer::End end_of_read() {
    std::array<char, 10> into{};
    return network_.read(connection_, into).end;
  }
  /// Writes until there is no more room. \return how many bytes went
  std::size_t fill() {
    const std::string bytes(1 << 16, 'x');
    for (std::size_t filled = 0;;) {
      const Transfer written = network_.write(connection_, bytes);
      if (written.end != Transfer::End::kBytes) {
        EXPECT_EQ(written.end, Transfer::End::kWouldBlock);
        return filled;
      }
      filled += written.bytes;
    }
  }

  const Ready readable() const { return {connection_, Direction::kRead}; }
  const Ready writable() const { return {connection_, Direction::kWrite}; }

  EpollNetwork network_;
  Fd client_;
  int connection_ = 0;
};
