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
