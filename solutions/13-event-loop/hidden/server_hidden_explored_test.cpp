#include <gtest/gtest.h>

#include <string>

#include "lockstep/explore.h"
#include "server_fixture.h"

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
