#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "server.h"
#include "server_fixture.h"

TEST(ShutdownTest, ClosesThoseThatWaitForNothing) {
  ScriptedServer on({{.acts = {sends(1ms, "GET a\n")}}, {}, {.acts = {sends(1ms, "GET")}}});
  on.serve_until(5ms, 100ms);
  EXPECT_EQ(on.answers(0), "NONE\n");
  EXPECT_EQ(on.answers(2), "") << "half a request is no request";
  for (const std::size_t client : {0U, 1U, 2U}) EXPECT_EQ(on.network.seen(client).closed_at, 5ms);
  EXPECT_EQ(on.network.elapsed(), 5ms) << "with nothing left to do the server ends at once";
  EXPECT_EQ(on.server.connections(), 0U);
}

TEST(ShutdownTest, AcceptsNobodyAnyMore) {
  ScriptedServer on({{.acts = {sends(0ms, "GET a\n"), takes(8ms, 5)}, .window = 0},
                     {.arrives = 6ms, .acts = {sends(6ms, "GET a\n")}}});
  on.serve_until(5ms, 100ms);
  EXPECT_EQ(on.answers(0), "NONE\n");
  EXPECT_FALSE(on.network.seen(1).accepted);
  EXPECT_EQ(on.network.elapsed(), 8ms);
}

TEST(ShutdownTest, AnswersEachRequestThatHasArrivedWhole) {
  // The first one's requests arrive with the shutdown; the second one's are read piece by piece; the third one has
  // taken nothing yet, so that most of its requests have not been read.
  const std::string many = times(1000, "GET a\n");
  ScriptedServer on({{.acts = {sends(5ms, "GET a\nGET a\nGET")}},
                     {.acts = {sends(5ms, "SET a 1\n" + many), takes(5ms, 0)}, .read_piece = 5},
                     {.acts = {sends(0ms, many), takes(7ms, 1000), takes(9ms, 1'000'000)}, .window = 0}},
                    {.most_unsent = 100});
  on.serve_until(5ms, 100ms);
  EXPECT_EQ(lines_in(on.answers(0)), 2);
  EXPECT_EQ(on.answers(1), "OK\n" + times(1000, "VALUE 1\n"));
  EXPECT_EQ(lines_in(on.answers(2)), 1000);
  EXPECT_EQ(on.network.seen(0).closed_at, 5ms);
  EXPECT_EQ(on.network.seen(1).closed_at, 5ms);
  EXPECT_EQ(on.network.seen(2).closed_at, 9ms);
}

TEST(ShutdownTest, WaitsNoLongerThanItsTimeForAClientThatTakesNothing) {
  ScriptedServer on({{.acts = {sends(0ms, "GET a\nGET b\n")}, .window = 3}, {.acts = {sends(0ms, "GET a\n")}}});
  on.serve_until(5ms, 20ms);
  EXPECT_EQ(on.answers(0), "NON");
  EXPECT_EQ(on.network.seen(0).closed_at, 25ms);
  EXPECT_EQ(on.network.seen(1).closed_at, 5ms);
  EXPECT_EQ(on.network.elapsed(), 25ms);
}

TEST(ShutdownTest, WaitsForEverIfItMay) {
  ScriptedServer on({{.acts = {sends(0ms, "GET a\n"), takes(3'600'000ms, 100)}, .window = 0}});
  on.serve_until(5ms, Duration::max());
  EXPECT_EQ(on.answers(0), "NONE\n");
  EXPECT_EQ(on.network.elapsed(), 3'600'000ms);
}

TEST(ShutdownTest, ASecondOneDoesNothing) {
  ScriptedServer on({{.acts = {sends(0ms, "GET a\n"), takes(30ms, 100)}, .window = 0}});
  const auto shut_down_again = [](ScriptedServer& at) -> Task<> {
    co_await at.loop.sleep_for(10ms);
    at.server.shutdown(0ms);
    co_await at.loop.sleep_for(1ms);
    at.server.shutdown(1000ms);
  };
  on.loop.spawn(shut_down_again(on));
  on.serve_until(5ms, 20ms);
  EXPECT_EQ(on.network.seen(0).closed_at, 25ms);
  EXPECT_EQ(on.answers(0), "");
}

TEST(ShutdownTest, MayComeBeforeTheFirstClient) {
  ScriptedServer on({});
  on.serve_until(5ms, 20ms);
  EXPECT_EQ(on.network.elapsed(), 5ms);
}
