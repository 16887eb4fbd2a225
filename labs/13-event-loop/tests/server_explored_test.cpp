#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <thread>
#include <utility>

#include "lockstep/explore.h"
#include "server_fixture.h"
#include "virtual_time.h"

namespace {

/// Blocks its thread for long.
std::string save_slowly(const Contents& contents) {
  std::this_thread::sleep_for(25ms);
  return std::to_string(contents.size());
}

/// The second call fails.
Save saves_once() {
  return [calls = 0](const Contents& contents) mutable {
    if (++calls == 2) throw std::runtime_error("the disk is full");
    return save_slowly(contents);
  };
}

/// Serves until another thread requests the shutdown, at any moment.
void serve_until_another_thread_ends_it(ScriptedServer& on, Duration grace) {
  std::thread other([&on, grace] { on.server.shutdown(grace); });
  on.loop.run(on.server.serve());
  other.join();
}

}  // namespace

TEST(ExploredServerTest, OneThatSavesHoldsUpNoOther) {
  lockstep::explore([] {
    ScriptedServer on({{.acts = {sends(0ms, "SAVE\nGET a\nSAVE\n"), ends(0ms)}},
                       {.acts = {sends(1ms, "SET a 1\n"), sends(3ms, "GET a\nMAKE a\nDEL b\n"), ends(3ms)}},
                       {.acts = {sends(1ms, "GET the-longest-key-of-all\n")}},
                       {.acts = {sends(1ms, "GET"), vanishes(2ms)}}},
                      {.most_line = 16}, Time::kSteady, saves_once());
    on.serve_until(4ms, 100ms);
    EXPECT_EQ(on.answers(0).substr(0, 6), "SAVED ");
    EXPECT_EQ(on.answers(0).substr(7), "\nVALUE 1\nERROR the disk is full\n")
        << "a client's requests are answered in their order";
    const std::string& other = on.answers(1);
    EXPECT_TRUE(other.starts_with("OK\nVALUE 1\nERROR ") && other.ends_with("\nNONE\n")) << other;
    ASSERT_EQ(on.network.seen(1).lines_at.size(), 4U);
    expect_time(on.network.seen(1).lines_at[0], 1ms, "the answer to another client, while the pool saves");
    expect_time(on.network.seen(1).lines_at[3], 3ms, "the answer to another client, while the pool saves");
    EXPECT_EQ(on.answers(2).substr(0, 6), "ERROR ");
  });
}

TEST(ExploredServerTest, ASaveSeesTheContentsOfOneMoment) {
  lockstep::explore([] {
    std::string saved;
    Save save = [&saved](const Contents& contents) {
      for (const auto& [key, value] : contents) saved += key + value;
      return std::string("here");
    };
    ScriptedServer on(
        {{.acts = {sends(0ms, "SAVE\n"), ends(0ms)}}, {.acts = {sends(0ms, "SET a 1\nSET b 2\n"), ends(0ms)}}}, {},
        Time::kSteady, std::move(save));
    on.serve_until(1ms, 100ms);
    EXPECT_EQ(on.answers(0), "SAVED here\n");
    EXPECT_TRUE(saved.empty() || saved == "a1" || saved == "a1b2") << saved;
  });
}

TEST(ExploredShutdownTest, AnyThreadMayRequestItAtAnyMoment) {
  lockstep::explore([] {
    ScriptedServer on({{.acts = {sends(0ms, "SET a 1\nGET a\n")}}}, {}, Time::kSteady);
    serve_until_another_thread_ends_it(on, 100ms);
    if (on.network.seen(0).accepted) {
      EXPECT_EQ(on.answers(0), "OK\nVALUE 1\n") << "the requests had arrived whole before the shutdown";
      EXPECT_TRUE(on.network.seen(0).closed);
    }
    EXPECT_EQ(on.server.connections(), 0U);
    expect_time(on.network.elapsed(), 0ms, "the end of a server that has nothing more to do");
  });
}

TEST(ExploredShutdownTest, WaitsForASaveAndItsAnswer) {
  lockstep::explore([] {
    ScriptedServer on({{.acts = {sends(0ms, "SAVE\nGET a\n")}}}, {}, Time::kSteady, save_slowly);
    on.serve_until(1ms, 100ms);
    EXPECT_EQ(on.answers(0), "SAVED 0\nNONE\n");
    expect_time(on.network.elapsed(), 25ms, "the end of a server that waits for a save");
  });
}

TEST(ExploredShutdownTest, IsOverWhenItsTimeIsOver) {
  lockstep::explore([] {
    ScriptedServer on({{.acts = {sends(0ms, "GET a\n")}, .window = 2}}, {}, Time::kSteady);
    on.serve_until(1ms, 10ms);
    EXPECT_EQ(on.answers(0), "NO");
    expect_time(on.network.elapsed(), 11ms, "the end of a server whose client takes nothing");
  });
}
