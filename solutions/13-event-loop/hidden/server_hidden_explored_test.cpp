#include <gtest/gtest.h>

#include <string>
#include <thread>

#include "lockstep/explore.h"
#include "server_fixture.h"

namespace {

std::string count_slowly(const Contents& contents) {
  std::this_thread::sleep_for(25ms);
  return count_contents(contents);
}

/// At 40 ms: the save has ended, the client that asked for it has vanished, and another one has come.
Task<> expect_the_second_client(ScriptedServer& on) {
  co_await on.loop.sleep_for(40ms);
  EXPECT_EQ(on.server.connections(), 1U) << "the second one may have the number that the first one had";
}

}  // namespace

TEST(HiddenExploredServerTest, TwoClientsSaveAtTheSameTime) {
  lockstep::explore([] {
    ScriptedServer on(
        {{.acts = {sends(0ms, "SAVE\n"), ends(0ms)}}, {.acts = {sends(0ms, "SET a 1\nSAVE\n"), ends(0ms)}}}, {},
        Time::kSteady);
    on.serve_until(1ms, 100ms);
    const std::string first = on.answers(0);
    EXPECT_TRUE(first == "SAVED 0\n" || first == "SAVED 1\n") << first;
    EXPECT_EQ(on.answers(1), "OK\nSAVED 1\n") << "the contents are those of a moment after the request";
  });
}

// A server that closes a client as soon as it vanishes may give its number to the next one, before the save ends.
TEST(HiddenExploredServerTest, TheEndOfASaveForgetsNoOtherClient) {
#ifndef LOCKSTEP_TIME_IS_VIRTUAL
  GTEST_SKIP() << "it needs virtual time: ./lab grade 13 --hidden runs it";
#endif
  lockstep::explore([] {
    ScriptedServer on({{.acts = {sends(0ms, "GET a\nSAVE\n"), vanishes(2ms)}, .window = 0},
                       {.arrives = 5ms, .acts = {sends(30ms, "GET a\n")}}},
                      {}, Time::kSteady, count_slowly);
    on.loop.spawn(expect_the_second_client(on));
    on.serve_until(50ms, 100ms);
    EXPECT_EQ(on.answers(1), "NONE\n");
    EXPECT_TRUE(on.network.seen(1).closed);
    EXPECT_EQ(on.network.open(), 0U);
    EXPECT_EQ(on.server.connections(), 0U);
  });
}
