#include "epoll_network.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include "epoll_fixture.h"
#include "sockets.h"

namespace {

using namespace std::chrono_literals;

using End = Transfer::End;

}  // namespace

TEST_F(EpollNetworkTest, ReadsWhatHasArrivedAndThenTheEnd) {
  EXPECT_EQ(end_of_read(), End::kWouldBlock);
  send_all(client_, "abcde");
  EXPECT_EQ(read(3), "abc");
  EXPECT_EQ(read(3), "de");
  EXPECT_EQ(end_of_read(), End::kWouldBlock);
  send_all(client_, "f");
  end_sending(client_);
  EXPECT_EQ(read(), "f");
  EXPECT_EQ(end_of_read(), End::kEnd);
  EXPECT_EQ(network_.write(connection_, "answer"), (Transfer{End::kBytes, 6}));
  EXPECT_EQ(receive(client_, 6), "answer");
}

TEST_F(EpollNetworkTest, WritesWhatThereIsRoomForAndNeverBlocks) {
  const std::size_t filled = fill();
  EXPECT_GT(filled, 0U);
  network_.watch(connection_, Direction::kWrite);
  EXPECT_TRUE(look().empty()) << "there is no room, so it is not ready to be written";
  EXPECT_EQ(receive(client_, filled).size(), filled);
  EXPECT_EQ(look_until_ready(), std::vector{writable()});
  EXPECT_EQ(network_.write(connection_, "x"), (Transfer{End::kBytes, 1}));
}

TEST_F(EpollNetworkTest, GivesOnceWhatIsWatchedAndReady) {
  send_all(client_, "a");
  EXPECT_TRUE(look().empty()) << "nobody watches it";
  network_.watch(connection_, Direction::kRead);
  EXPECT_EQ(look_until_ready(), std::vector{readable()}) << "what was ready before it was watched counts, too";
  EXPECT_TRUE(look().empty()) << "given once, it is watched no more";
  network_.watch(connection_, Direction::kRead);
  network_.watch(connection_, Direction::kRead);
  EXPECT_EQ(look_until_ready(), std::vector{readable()});
  EXPECT_TRUE(look().empty()) << "watched twice is watched once";
  EXPECT_EQ(read(), "a");
  network_.watch(connection_, Direction::kRead);
  EXPECT_TRUE(look().empty()) << "there is nothing to read";
  end_sending(client_);
  EXPECT_EQ(look_until_ready(), std::vector{readable()}) << "the end is something to read";
}

TEST_F(EpollNetworkTest, WatchesTheDirectionsApart) {
  network_.watch(connection_, Direction::kRead);
  EXPECT_TRUE(look().empty()) << "it could be written, but that is not watched";
  network_.watch(connection_, Direction::kWrite);
  EXPECT_EQ(look_until_ready(), std::vector{writable()});
  EXPECT_TRUE(look().empty());
  send_all(client_, "a");
  EXPECT_EQ(look_until_ready(), std::vector{readable()}) << "reading is watched still";
}

TEST_F(EpollNetworkTest, SaysThatAClientHasVanished) {
  network_.watch(connection_, Direction::kRead);
  send_all(client_, "a");
  EXPECT_EQ(look_until_ready(), std::vector{readable()});
  EXPECT_EQ(read(), "a");
  network_.write(connection_, "nobody reads this");
  client_ = Fd();
  EXPECT_EQ(network_.write(connection_, "b").end, End::kGone);
  network_.watch(connection_, Direction::kRead);
  network_.watch(connection_, Direction::kWrite);
  std::vector<Ready> ready = look_until_ready();
  while (ready.size() < 2) {
    const std::vector<Ready> more = look_until_ready();
    ready.insert(ready.end(), more.begin(), more.end());
  }
  EXPECT_NE(std::find(ready.begin(), ready.end(), readable()), ready.end());
  EXPECT_NE(std::find(ready.begin(), ready.end(), writable()), ready.end());
  EXPECT_NE(end_of_read(), End::kWouldBlock) << "there is nothing to wait for any more";
}

TEST_F(EpollNetworkTest, ForgetsAConnectionThatIsClosed) {
  network_.watch(connection_, Direction::kRead);
  send_all(client_, "a");
  network_.close(connection_);
  EXPECT_TRUE(look().empty());
  EXPECT_FALSE(send_all(client_, "b")) << "the connection is closed for the client, too";
  auto [server, client] = socket_pair();
  const int other = network_.adopt(std::move(server));
  send_all(client, "c");
  EXPECT_TRUE(look().empty()) << "a new connection is not watched, whatever its number is";
  network_.watch(other, Direction::kRead);
  EXPECT_EQ(look_until_ready(), (std::vector{Ready{other, Direction::kRead}}));
}

// A wait that is too short shows itself at some of many times.
TEST_F(EpollNetworkTest, WaitsUntilTheDeadlineAndNotLess) {
  for (int i = 0; i < 20; ++i) {
    const TimePoint deadline = network_.now() + 1300us;
    EXPECT_TRUE(network_.wait(deadline).empty());
    ASSERT_GE(network_.now(), deadline) << "epoll_wait counts in milliseconds: which way do you round?";
  }
}

TEST_F(EpollNetworkTest, AWakeEndsTheNextWaitAndNoOther) {
  network_.wake();
  network_.wake();
  EXPECT_TRUE(look_until_ready().empty());
  const TimePoint deadline = network_.now() + 1ms;
  EXPECT_TRUE(network_.wait(deadline).empty());
  EXPECT_GE(network_.now(), deadline) << "a wake was counted twice";
  const std::jthread other([this] { network_.wake(); });
  EXPECT_TRUE(look_until_ready().empty());
}

TEST_F(EpollNetworkTest, GivesAllThatAreReady) {
  constexpr std::size_t kMany = 400;
  std::vector<Fd> clients;
  clients.reserve(kMany);
  std::vector<int> connections;
  connections.reserve(kMany);
  for (std::size_t i = 0; i < kMany; ++i) {
    auto [server, client] = socket_pair();
    connections.push_back(network_.adopt(std::move(server)));
    clients.push_back(std::move(client));
    network_.watch(connections.back(), Direction::kRead);
    send_all(clients.back(), "a");
  }
  std::vector<int> given;
  given.reserve(kMany);
  while (given.size() < kMany) {
    const std::vector<Ready> ready = look();
    ASSERT_FALSE(ready.empty()) << "some are ready, and were not given";
    for (const Ready& one : ready) given.push_back(one.connection);
  }
  std::sort(given.begin(), given.end());
  std::sort(connections.begin(), connections.end());
  EXPECT_EQ(given, connections);
}

TEST(EpollListenerTest, AcceptsClientsInTheirOrder) {
  auto listener = std::make_unique<PairListener>();
  const auto door = listener->door();
  EpollNetwork network(std::move(listener));
  EXPECT_FALSE(network.accept());
  network.watch(kListener, Direction::kRead);
  EXPECT_TRUE(network.wait(TimePoint::min()).empty());
  const auto first = door.connect();
  const auto second = door.connect();
  ASSERT_TRUE(first && second);
  send_all(*first, "1");
  send_all(*second, "2");
  EXPECT_EQ(network.wait(TimePoint::max()), (std::vector{Ready{kListener, Direction::kRead}}));
  for (const char name : {'1', '2'}) {
    const auto connection = network.accept();
    ASSERT_TRUE(connection);
    std::array<char, 10> into{};
    ASSERT_EQ(network.read(*connection, into), (Transfer{End::kBytes, 1}));
    EXPECT_EQ(into[0], name);
    EXPECT_EQ(network.read(*connection, into).end, End::kWouldBlock) << "a connection from the listener must not block";
  }
  EXPECT_FALSE(network.accept());
}

TEST(EpollListenerTest, StopsListening) {
  auto listener = std::make_unique<PairListener>();
  const auto door = listener->door();
  EpollNetwork network(std::move(listener));
  const auto early = door.connect();
  ASSERT_TRUE(early);
  network.watch(kListener, Direction::kRead);
  network.stop_listening();
  EXPECT_FALSE(network.accept());
  network.watch(kListener, Direction::kRead);
  EXPECT_TRUE(network.wait(TimePoint::min()).empty());
  EXPECT_EQ(receive(*early, 1), "") << "a client that was not accepted finds the end";
  EXPECT_FALSE(door.connect()) << "one that comes later is refused";
}
