#include "server.h"

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "server_fixture.h"

namespace {

bool is_error(const std::string& answer) {
  return answer.rfind("ERROR ", 0) == 0 && lines_in(answer) == 1 && answer.back() == '\n';
}

std::string set(int number) { return "SET k" + std::to_string(number) + " v\n"; }

/// Requests that set keys of their own, all different.
std::string sets(int count) {
  std::string all;
  all.reserve(static_cast<std::size_t>(count) * 12);
  for (int i = 0; i < count; ++i) all += set(i);
  return all;
}

}  // namespace

TEST(StoreTest, KeepsAValueForEachKey) {
  Store store;
  EXPECT_EQ(store.get("a"), std::nullopt);
  EXPECT_TRUE(store.set("a", "1"));
  EXPECT_FALSE(store.set("a", "2"));
  EXPECT_TRUE(store.set("b", "3"));
  EXPECT_EQ(store.get("a"), "2");
  EXPECT_EQ(store.contents(), (Contents{{"a", "2"}, {"b", "3"}}));
  EXPECT_TRUE(store.remove("a"));
  EXPECT_FALSE(store.remove("a"));
  EXPECT_EQ(store.get("a"), std::nullopt);
  EXPECT_EQ(store.contents(), (Contents{{"b", "3"}}));
}

TEST(ServerTest, AnswersEachRequest) {
  EXPECT_EQ(answers_to("GET a\n"), "NONE\n");
  EXPECT_EQ(answers_to("SET a 1\nGET a\nSET a 2 and  more\nGET a\nDEL a\nDEL a\nGET a\n"),
            "OK\nVALUE 1\nOK\nVALUE 2 and  more\nOK\nNONE\nNONE\n");
  EXPECT_EQ(answers_to("SET a  \nGET a\n"), "OK\nVALUE  \n") << "the value is one space";
}

TEST(ServerTest, AnswersAMalformedRequestWithAnError) {
  for (const char* request : {"", "GET", "GET ", "GET a b", "GET  a", "SET", "SET a", "SET a ", "SET  a", "DEL", "DEL ",
                              "DEL a b", "SAVE now", "SAVE ", "get a", "GETS a", " GET a", "KEEP a"}) {
    const std::string answers = answers_to("SET a 1\n" + std::string(request) + "\nGET a\n");
    ASSERT_GE(answers.size(), 11U) << request;
    EXPECT_EQ(answers.substr(0, 3), "OK\n");
    EXPECT_EQ(answers.substr(answers.size() - 8), "VALUE 1\n")
        << "after '" << request << "' the connection goes on, and nothing has changed";
    EXPECT_TRUE(is_error(answers.substr(3, answers.size() - 11))) << "'" << request << "' gave: " << answers;
  }
}

TEST(ServerTest, ARequestThatIsTooLongIsTheLastOne) {
  const std::string most = "SET a " + std::string(14, 'x');
  ScriptedServer on({{.acts = {sends(0ms, most + "\n" + most + "y\nSET a 2\n")}}}, {.most_line = most.size()});
  on.serve_until(5ms);
  EXPECT_EQ(on.answers(0).substr(0, 3), "OK\n");
  ASSERT_GT(on.answers(0).size(), 3U);
  EXPECT_TRUE(is_error(on.answers(0).substr(3))) << on.answers(0);
  EXPECT_EQ(on.store.get("a"), std::string(14, 'x'));
  EXPECT_TRUE(on.network.seen(0).closed);
  EXPECT_EQ(on.network.seen(0).closed_at, 0ms);
}

TEST(ServerTest, AnswersAtOnceAndInTheOrderOfTheRequests) {
  ScriptedServer on(
      {{.acts = {sends(0ms, "SET a 1\nGE"), sends(2ms, "T a"), sends(4ms, "\nGET b\n")}, .read_piece = 3}});
  on.serve_until(10ms);
  EXPECT_EQ(on.answers(0), "OK\nVALUE 1\nNONE\n");
  EXPECT_EQ(on.network.seen(0).lines_at, (std::vector<Duration>{0ms, 4ms, 4ms}))
      << "an answer waits for no further request";
}

TEST(ServerTest, ServesManyClientsAtOnce) {
  for (const std::size_t count : {1U, 2U, 3U, 4U, 5U, 7U, 11U, 13U}) {
    std::vector<ScriptedClient> clients;
    clients.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
      const std::string key = "k" + std::to_string(i);
      clients.push_back({.arrives = i * 1ms,
                         .acts = {sends(20ms, "SET " + key + " v\n"), sends(30ms, "GET " + key + "\n"), ends(40ms)},
                         .read_piece = i + 1,
                         .write_piece = i + 1});
    }
    ScriptedServer on(std::move(clients));
    on.serve_until(50ms);
    for (std::size_t i = 0; i < count; ++i) {
      EXPECT_EQ(on.answers(i), "OK\nVALUE v\n");
      EXPECT_EQ(on.network.seen(i).lines_at, (std::vector<Duration>{20ms, 30ms}));
      EXPECT_EQ(on.network.seen(i).closed_at, 40ms) << "a client that sends no more is closed when it has its answers";
    }
    EXPECT_EQ(on.network.most_open(), count);
    EXPECT_EQ(on.server.connections(), 0U);
  }
}

TEST(ServerTest, AClientThatSendsNoMoreGetsAllItsAnswers) {
  ScriptedServer on(
      {{.acts = {sends(0ms, "GET a\nGET b\nGET"), ends(0ms), takes(3ms, 5), takes(6ms, 5)}, .window = 0}});
  on.serve_until(10ms);
  EXPECT_EQ(on.answers(0), "NONE\nNONE\n");
  EXPECT_EQ(on.network.seen(0).closed_at, 6ms);
}

TEST(ServerTest, AClientThatVanishesIsNoticedByNobody) {
  ScriptedServer on({{.acts = {sends(0ms, "SET a 1\nGE"), vanishes(2ms)}},
                     {.acts = {sends(0ms, times(3000, "GET a\n")), vanishes(3ms)}, .window = 10},
                     {.acts = {vanishes(0ms)}},
                     {.acts = {sends(1ms, "GET a\n"), sends(5ms, "GET a\n")}}});
  on.serve_until(10ms);
  EXPECT_EQ(on.network.seen(0).closed_at, 2ms) << "the connection of a client that has vanished is closed";
  EXPECT_EQ(on.network.seen(1).closed_at, 3ms);
  EXPECT_EQ(on.network.seen(2).closed_at, 0ms);
  EXPECT_EQ(on.answers(3), "VALUE 1\nVALUE 1\n");
  EXPECT_EQ(on.network.seen(3).lines_at, (std::vector<Duration>{1ms, 5ms}));
  EXPECT_EQ(on.network.open(), 0U);
}

TEST(ServerTest, AClientThatTakesNothingIsReadNoFurther) {
  ScriptedServer on(
      {{.acts = {sends(0ms, sets(5000)), takes(10ms, 1'000'000)}, .window = 0}, {.acts = {sends(5ms, "GET k0\n")}}},
      {.most_unsent = 30});
  std::size_t changed = 0;
  std::size_t read = 0;
  const auto look = [](ScriptedServer& at, std::size_t& keys, std::size_t& bytes) -> Task<> {
    co_await at.loop.sleep_for(9ms);
    keys = at.store.contents().size();
    bytes = at.network.seen(0).read;
  };
  on.loop.spawn(look(on, changed, read));
  on.serve_until(20ms);
  EXPECT_LE(changed, 10U) << "each answer has 3 bytes, and 30 of them may wait";
  EXPECT_GE(changed, 1U);
  EXPECT_LE(read, Stream::kReadSize) << "what is not read fills the client's own buffers: it has to wait, too";
  EXPECT_EQ(on.answers(1), "VALUE v\n") << "another client notices nothing";
  EXPECT_EQ(on.network.seen(1).lines_at.front(), 5ms);
  EXPECT_EQ(on.answers(0), times(5000, "OK\n")) << "in the end it gets all that it asked for";
  EXPECT_EQ(on.store.contents().size(), 5000U);
}

TEST(ServerTest, LongAnswersCountByTheirBytes) {
  const std::string value(1000, 'v');
  ScriptedServer on(
      {{.acts = {sends(0ms, "SET a " + value + "\n" + times(50, "GET a\n") + "SET b 1\n"), takes(10ms, 1'000'000)},
        .window = 3}},
      {.most_unsent = 3000});
  bool reached = false;
  const auto look = [](ScriptedServer& at, bool& there) -> Task<> {
    co_await at.loop.sleep_for(9ms);
    there = at.store.get("b").has_value();
  };
  on.loop.spawn(look(on, reached));
  on.serve_until(20ms);
  EXPECT_FALSE(reached) << "50 KB of answers wait for a client that takes none";
  EXPECT_EQ(on.answers(0), "OK\n" + times(50, "VALUE " + value + "\n") + "OK\n");
}

TEST(ServerTest, AClientThatSendsWithoutEndHoldsUpNoOther) {
  for (const std::size_t in_a_row : {1U, 2U, 5U, 32U}) {
    ScriptedServer on({{.acts = {sends(0ms, times(10'000, "GET a\n"))}},
                       {.acts = {sends(0ms, "GET a\n")}},
                       {.acts = {sends(0ms, "GET a\nGET a\n")}}},
                      {.most_unsent = 1, .requests_in_a_row = in_a_row});
    on.serve_until(1ms);
    const std::vector<std::size_t>& lines = on.network.lines();
    EXPECT_EQ(lines.size(), 10'003U);
    const auto last_of = [&lines](std::size_t client) {
      return static_cast<std::size_t>(lines.rend() - std::find(lines.rbegin(), lines.rend(), client));
    };
    EXPECT_LE(last_of(1), 10 * in_a_row + 10)
        << "so many answers were written before this one, nearly all of one client";
    EXPECT_LE(last_of(2), 15 * in_a_row + 15);
  }
}

TEST(ServerTest, SavesOnThePool) {
  const std::thread::id home = std::this_thread::get_id();
  bool elsewhere = false;
  Save save = [home, &elsewhere](const Contents& contents) {
    elsewhere = std::this_thread::get_id() != home;
    return count_contents(contents);
  };
  ScriptedServer on({{.acts = {sends(0ms, "SET a 1\nSAVE\nSET b 2\nSET c 3\nSAVE\nGET a\n"), ends(0ms)}}}, {},
                    Time::kSteady, std::move(save));
  on.serve_until_accepted();
  EXPECT_EQ(on.answers(0), "OK\nSAVED 1\nOK\nOK\nSAVED 3\nVALUE 1\n");
  EXPECT_TRUE(elsewhere);
}

TEST(ServerTest, ASaveThatFailsIsAnError) {
  Save save = [](const Contents&) -> std::string { throw std::runtime_error("the disk is full"); };
  ScriptedServer on({{.acts = {sends(0ms, "SAVE\nGET a\n"), ends(0ms)}}}, {}, Time::kSteady, std::move(save));
  on.serve_until_accepted();
  EXPECT_EQ(on.answers(0), "ERROR the disk is full\nNONE\n");
}
