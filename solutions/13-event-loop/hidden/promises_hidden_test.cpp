// What the headers promise and the visible tests do not ask for.

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <vector>

#include "channel.h"
#include "epoll_fixture.h"
#include "loop_fixture.h"
#include "server_fixture.h"
#include "sockets.h"

namespace {

using HiddenEpollTest = EpollNetworkTest;

Task<> sleep_and_note(VirtualLoop& on, Duration duration, std::string name) {
  co_await on.loop.sleep_for(duration);
  on.note(std::move(name));
}

Task<> fail(VirtualLoop& /*on*/) {
  throw std::domain_error("at once");
  co_return;  // NOLINT: so that it is a coroutine
}

Task<> wait_twice(VirtualLoop& on, int connection) {
  const Wake first = co_await on.loop.readable(connection, on.loop.now() + 20ms);
  on.note(name_of(first) + " at " + std::to_string(on.elapsed() / 1ms));
  char byte = 0;
  (void)on.network.read(connection, {&byte, 1});
  const Wake second = co_await on.loop.readable(connection);
  on.note(name_of(second) + " at " + std::to_string(on.elapsed() / 1ms));
}

Task<> send_and_note(VirtualLoop& on, Channel<int>& channel, int value) {
  const bool accepted = co_await channel.send(value);
  on.note(std::to_string(value) + (accepted ? " accepted" : " lost"));
}

}  // namespace

TEST_F(HiddenEpollTest, AClientThatSendsNoMoreMakesNoRoom) {
  fill();
  end_sending(client_);
  network_.watch(connection_, Direction::kWrite);
  EXPECT_EQ(look(), std::vector<Ready>{}) << "a write would block";
}

TEST_F(HiddenEpollTest, WhatIsNotWatchedEndsNoWait) {
  send_all(client_, "x");
  network_.watch(connection_, Direction::kRead);
  EXPECT_EQ(look_until_ready().size(), 1U);
  client_ = Fd();  // closed
  const TimePoint end = network_.now() + 20ms;
  EXPECT_EQ(network_.wait(end), std::vector<Ready>{});
  EXPECT_GE(network_.now(), end) << "nothing was watched, and it did not wait";
}

TEST(HiddenLoopTest, RunsWhatWasSpawnedAlsoWhenTheTaskThrows) {
  VirtualLoop on;
  on.loop.spawn(sleep_and_note(on, 10ms, "slept"));
  EXPECT_THROW(on.loop.run(fail(on)), std::domain_error);
  EXPECT_EQ(on.noted, Notes{"slept"});
  EXPECT_EQ(on.elapsed(), 10ms);
}

TEST(HiddenLoopTest, ADeadlineThatWasNotNeededEndsNoOtherWait) {
  VirtualLoop on({{.acts = {sends(10ms, "x"), sends(30ms, "y")}}});
  on.loop.run(wait_twice(on, on.accept()));
  EXPECT_EQ(on.noted, (Notes{"ready at 10", "ready at 30"}));
}

TEST(HiddenLoopTest, ManySleepersOfOneTimeGoOnInTheirOrder) {
  VirtualLoop on;
  Notes expected;
  for (int i = 0; i < 40; ++i) {
    const std::string name = std::to_string(i);
    on.loop.spawn(sleep_and_note(on, 10ms, name));
    expected.push_back(name);
  }
  on.loop.run(nothing_more());
  EXPECT_EQ(on.noted, expected);
}

TEST(HiddenChannelTest, WhatWasAcceptedIsNotLostByAClosureThatComesLater) {
  VirtualLoop on;
  Channel<int> channel(on.loop, 1);
  on.loop.spawn(send_and_note(on, channel, 1));
  on.loop.spawn(send_and_note(on, channel, 2));
  EXPECT_EQ(channel.try_receive(), 1);  // so the second one has its place, before it goes on
  channel.close();
  on.loop.run(nothing_more());
  EXPECT_EQ(on.noted, (Notes{"1 accepted", "2 accepted"}));
  EXPECT_EQ(channel.try_receive(), 2);
}

TEST(HiddenServerTest, ARequestThatIsTooLongLosesNoAnswerBeforeIt) {
  for (const std::size_t length : {50U, 5000U}) {  // it arrives with one read, or with two
    const std::string requests = "GET a\n" + std::string(length, 'x') + "\n";
    ScriptedServer on({{.acts = {sends(0ms, requests), takes(5ms, 100'000)}, .window = 0}}, {.most_line = 20});
    on.serve_until(10ms, 20ms);
    EXPECT_EQ(on.answers(0).substr(0, 10), "NONE\nERROR");
    EXPECT_EQ(lines_in(on.answers(0)), 2);
  }
}
