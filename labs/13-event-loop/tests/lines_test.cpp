#include "lines.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "loop_fixture.h"

namespace {

using Kind = Line::Kind;

std::string text_of(const Line& line) {
  switch (line.kind) {
    case Kind::kLine:
      return "'" + line.text + "'";
    case Kind::kTooLong:
      return "too long";
    case Kind::kEnd:
      return "end";
    case Kind::kGone:
      return "gone";
    case Kind::kTimedOut:
      return "timed out";
    case Kind::kCancelled:
      return "cancelled";
  }
  return "";
}

std::string text_of(Written written) {
  switch (written) {
    case Written::kAll:
      return "all";
    case Written::kGone:
      return "gone";
    case Written::kTimedOut:
      return "timed out";
    case Written::kCancelled:
      return "cancelled";
  }
  return "";
}

void note_with_time(VirtualLoop& on, const std::string& what) {
  on.note(what + " at " + std::to_string(on.elapsed() / 1ms));
}

/// Reads lines until there are no more, and notes each.
Task<> read_lines(VirtualLoop& on, int connection, std::size_t most, TimePoint deadline = TimePoint::max()) {
  Stream stream(on.loop, connection);
  for (;;) {
    const Line line = co_await stream.read_line(most, deadline);
    note_with_time(on, text_of(line));
    if (line.kind != Kind::kLine) co_return;
  }
}

Task<> write_text(VirtualLoop& on, int connection, std::string text, TimePoint deadline = TimePoint::max()) {
  Stream stream(on.loop, connection);
  const Written written = co_await stream.write_all(std::move(text), deadline);
  note_with_time(on, text_of(written));
}

Task<> echo_all(VirtualLoop& on, int connection, std::size_t most) {
  Stream stream(on.loop, connection);
  co_await echo(stream, most);
}

Notes read_all_of(ScriptedClient client, std::size_t most = 100, TimePoint deadline = TimePoint::max()) {
  VirtualLoop on({std::move(client)});
  on.loop.run(read_lines(on, on.accept(), most, deadline));
  EXPECT_EQ(on.network.open(), 0U) << "a stream that is destroyed closes its connection";
  return on.noted;
}

constexpr TimePoint kStart{};

}  // namespace

TEST(ReadLineTest, PutsALineTogetherFromManyReads) {
  EXPECT_EQ(read_all_of({.acts = {sends(0ms, "ab"), sends(1ms, "c"), sends(2ms, "d\ne"), sends(3ms, "\n"), ends(4ms)}}),
            (Notes{"'abcd' at 2", "'e' at 3", "end at 4"}));
  EXPECT_EQ(read_all_of({.acts = {sends(0ms, "abc\n\nd\n"), ends(0ms)}, .read_piece = 1}),
            (Notes{"'abc' at 0", "'' at 0", "'d' at 0", "end at 0"}));
}

TEST(ReadLineTest, GivesEachOfTheLinesOfOneRead) {
  EXPECT_EQ(read_all_of({.acts = {sends(0ms, "a\nbc\n\nd\n"), ends(5ms)}}),
            (Notes{"'a' at 0", "'bc' at 0", "'' at 0", "'d' at 0", "end at 5"}));
}

TEST(ReadLineTest, WhatIsBehindTheLastEndOfLineIsNoLine) {
  EXPECT_EQ(read_all_of({.acts = {sends(0ms, "a\nhalf"), ends(1ms)}}), (Notes{"'a' at 0", "end at 1"}));
}

TEST(ReadLineTest, ALineMayBeAsLongAsAllowedAndNoLonger) {
  EXPECT_EQ(read_all_of({.acts = {sends(0ms, "12345\n123456\n")}}, 5), (Notes{"'12345' at 0", "too long at 0"}));
  EXPECT_EQ(read_all_of({.acts = {sends(0ms, "12345"), sends(1ms, "6"), sends(2ms, "\n")}}, 5),
            (Notes{"too long at 1"}));
  EXPECT_EQ(read_all_of({.acts = {sends(0ms, "12345"), sends(1ms, "\n"), ends(1ms)}, .read_piece = 1}, 5),
            (Notes{"'12345' at 1", "end at 1"}));
}

TEST(ReadLineTest, ReadsNoMoreThanItNeeds) {
  VirtualLoop on({{.acts = {sends(0ms, std::string(1'000'000, 'x'))}},
                  {.acts = {sends(0ms, "a\nb\n"), sends(1ms, std::string(1'000'000, 'x'))}}});
  on.loop.run(read_lines(on, on.accept(), 100));
  EXPECT_LE(on.network.seen(0).read, 100 + Stream::kReadSize) << "it is known that the line is too long";
  const auto read_two = [](VirtualLoop& in, int connection) -> Task<> {
    Stream stream(in.loop, connection);
    EXPECT_FALSE(stream.has_line());
    const Line first = co_await stream.read_line(100);
    EXPECT_TRUE(stream.has_line());
    co_await in.loop.sleep_for(2ms);
    const Line second = co_await stream.read_line(100);
    EXPECT_FALSE(stream.has_line());
    EXPECT_EQ(first.text + second.text, "ab");
  };
  on.loop.run(read_two(on, on.accept()));
  EXPECT_EQ(on.network.seen(1).read, 4U) << "the second line had been read before";
}

TEST(ReadLineTest, SaysThatTheClientHasVanished) {
  EXPECT_EQ(read_all_of({.acts = {sends(0ms, "a\nb"), vanishes(7ms)}}), (Notes{"'a' at 0", "gone at 7"}));
  const auto read_late = [](VirtualLoop& in, int connection) -> Task<> {
    Stream stream(in.loop, connection);
    for (int i = 0; i < 3; ++i) {
      const Line line = co_await stream.read_line(100);
      in.note(text_of(line));
      if (i == 0) co_await in.loop.sleep_for(2ms);
    }
  };
  VirtualLoop on({{.acts = {sends(0ms, "a\nb\n"), vanishes(1ms)}}});
  on.loop.run(read_late(on, on.accept()));
  EXPECT_EQ(on.noted, (Notes{"'a'", "'b'", "gone"})) << "what was read before is given";
}

TEST(ReadLineTest, WaitsUntilTheDeadlineAndNoLonger) {
  EXPECT_EQ(read_all_of({.acts = {sends(2ms, "a\n"), sends(8ms, "b"), sends(12ms, "\n")}}, 100, kStart + 10ms),
            (Notes{"'a' at 2", "timed out at 10"}));
  EXPECT_EQ(read_all_of({.acts = {sends(0ms, "a\nb\nc")}}, 100, TimePoint::min()),
            (Notes{"'a' at 0", "'b' at 0", "timed out at 0"}))
      << "a deadline that has passed is no reason to leave what has arrived";
}

TEST(ReadLineTest, CanBeCancelled) {
  const auto cancel_at = [](VirtualLoop& in, int connection) -> Task<> {
    co_await in.loop.sleep_for(3ms);
    in.loop.cancel(connection, Direction::kRead);
  };
  VirtualLoop on({{.acts = {sends(0ms, "a\nb")}}});
  const int connection = on.accept();
  on.loop.spawn(read_lines(on, connection, 100));
  on.loop.run(cancel_at(on, connection));
  EXPECT_EQ(on.noted, (Notes{"'a' at 0", "cancelled at 3"}));
}

TEST(WriteAllTest, WritesAllHoweverLittleGoesAtATime) {
  for (const std::size_t piece : {1U, 2U, 3U, 5U, 7U, 100U}) {
    VirtualLoop on(Clients{{.write_piece = piece}});
    on.loop.run(write_text(on, on.accept(), "abcdefghij\n"));
    EXPECT_EQ(on.network.seen(0).received, "abcdefghij\n");
    EXPECT_EQ(on.noted, Notes{"all at 0"});
  }
}

TEST(WriteAllTest, WaitsForASlowClient) {
  VirtualLoop on({{.acts = {takes(5ms, 4), takes(9ms, 1), takes(12ms, 100)}, .window = 2}});
  on.loop.run(write_text(on, on.accept(), "abcdefghij"));
  EXPECT_EQ(on.network.seen(0).received, "abcdefghij");
  EXPECT_EQ(on.noted, Notes{"all at 12"});
  EXPECT_LE(on.network.waits(), 12U) << "the loop turns round and round while there is no room";
}

TEST(WriteAllTest, EndsWhenTheClientVanishes) {
  VirtualLoop on({{.acts = {vanishes(4ms)}, .window = 2}});
  on.loop.run(write_text(on, on.accept(), "abc"));
  EXPECT_EQ(on.noted, Notes{"gone at 4"});
}

TEST(WriteAllTest, EndsAtTheDeadlineOrWhenItIsCancelled) {
  VirtualLoop on({{.window = 2}, {.window = 2}, {.window = 2}});
  on.loop.run(write_text(on, on.accept(), "abc", kStart + 6ms));
  on.loop.run(write_text(on, on.accept(), "abc", TimePoint::min()));
  EXPECT_EQ(on.network.seen(1).received, "ab") << "there is room for so much";
  const auto cancel_at = [](VirtualLoop& in, int connection) -> Task<> {
    co_await in.loop.sleep_for(3ms);
    in.loop.cancel(connection, Direction::kWrite);
  };
  const int connection = on.accept();
  on.loop.spawn(write_text(on, connection, "abc"));
  on.loop.run(cancel_at(on, connection));
  EXPECT_EQ(on.noted, (Notes{"timed out at 6", "timed out at 6", "cancelled at 9"}));
}

TEST(EchoTest, GivesEachLineBack) {
  VirtualLoop on({{.acts = {sends(0ms, "one\n\nth"), sends(3ms, "ree\nhalf"), ends(4ms)}, .write_piece = 2},
                  {.acts = {sends(0ms, "a\ntoo long\nb\n")}},
                  {.acts = {sends(0ms, "a\nb\n"), vanishes(2ms)}, .window = 3}});
  for (int client = 0; client < 3; ++client) on.loop.spawn(echo_all(on, on.accept(), 5));
  on.loop.run(nothing_more());
  ASSERT_EQ(on.network.seen(0).received, "one\n\nthree\n");
  EXPECT_EQ(on.network.seen(1).received, "a\n");
  EXPECT_EQ(on.network.seen(2).received, "a\nb");
  EXPECT_EQ(on.network.open(), 0U);
  EXPECT_EQ(on.network.seen(0).lines_at.front(), 0ms) << "the first line does not wait for the second";
}
