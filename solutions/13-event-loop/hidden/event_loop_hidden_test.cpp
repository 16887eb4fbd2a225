#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "lines.h"
#include "server_fixture.h"

namespace {

Task<> write_nothing(VirtualLoop& on, int connection) {
  Stream stream(on.loop, connection);
  const Written written = co_await stream.write_all("");
  EXPECT_EQ(written, Written::kAll);
}

Task<std::vector<Line::Kind>> read_three(VirtualLoop& on, int connection) {
  Stream stream(on.loop, connection);
  std::vector<Line::Kind> kinds;
  kinds.reserve(3);
  for (int i = 0; i < 3; ++i) {
    const Line line = co_await stream.read_line(0);
    kinds.push_back(line.kind);
  }
  co_return kinds;
}

Task<> read_again_after_a_timeout(VirtualLoop& on, int connection) {
  Stream stream(on.loop, connection);
  const Line early = co_await stream.read_line(100, on.loop.now() + 5ms);
  EXPECT_EQ(early.kind, Line::Kind::kTimedOut);
  const Line line = co_await stream.read_line(100);
  EXPECT_EQ(line.kind, Line::Kind::kLine);
  EXPECT_EQ(line.text, "abc") << "what came before the deadline is a part of the line";
}

/// The loop is busy from 2 ms to 4 ms. Meanwhile it is asked to shut down.
Task<> shut_down_while_busy(ScriptedServer& on) {
  co_await on.loop.sleep_for(2ms);
  on.server.shutdown(100ms);
  on.network.pass(2ms);
}

}  // namespace

TEST(HiddenLinesTest, NothingIsWrittenAtOnce) {
  VirtualLoop on(Clients{{.window = 0}});
  on.loop.run(write_nothing(on, on.accept()));
  EXPECT_EQ(on.network.seen(0).received, "");
  EXPECT_EQ(on.network.waits(), 0U) << "there is nothing to wait for";
}

TEST(HiddenLinesTest, ALineOfNoBytesMayBeAllThatIsAllowed) {
  VirtualLoop on(Clients{{.acts = {sends(0ms, "\n\nx\n")}}});
  using Kind = Line::Kind;
  EXPECT_EQ(on.loop.run(read_three(on, on.accept())), (std::vector{Kind::kLine, Kind::kLine, Kind::kTooLong}));
}

TEST(HiddenLinesTest, ALineGoesOnAfterATimeout) {
  VirtualLoop on(Clients{{.acts = {sends(0ms, "ab"), sends(8ms, "c\n")}}});
  on.loop.run(read_again_after_a_timeout(on, on.accept()));
}

TEST(HiddenServerTest, HalfARequestThatArrivesWithTheShutdownIsNotWaitedFor) {
  ScriptedServer on({{.acts = {sends(3ms, "GE")}}});
  on.loop.spawn(shut_down_while_busy(on));
  on.serve_until(1000ms);
  EXPECT_EQ(on.network.seen(0).closed_at, 4ms);
}

TEST(HiddenServerTest, KeysAndValuesAreAnyBytes) {
  std::string requests;
  std::string answers;
  for (int byte = 0; byte < 256; ++byte) {
    const char letter = static_cast<char>(byte);
    if (letter == '\n' || letter == ' ') continue;
    for (const char last : {'y', 'z'}) {
      const std::string key = std::string("k") + letter + last;
      const std::string value = std::string("v") + letter + last;
      requests.append("SET ").append(key).append(" ").append(value).append("\nGET ").append(key).append("\n");
      answers.append("OK\nVALUE ").append(value).append("\n");
    }
  }
  ScriptedServer on({{.acts = {sends(0ms, requests)}}});
  on.serve_until(1ms);
  EXPECT_EQ(on.answers(0), answers);
  EXPECT_EQ(on.store.contents().size(), 508U) << "keys that differ in one byte are different keys";
}
