#include "message.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <cstring>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>

#include "plumbing.h"

namespace {

/// A message as it lies in a pipe.
std::string message_of(std::string_view bytes, std::uint64_t size) {
  std::string text(sizeof size, '\0');
  std::memcpy(text.data(), &size, sizeof size);
  return text.append(bytes);
}

}  // namespace

TEST(MessageTest, ComesOutAsItWentIn) {
  Channel channel;
  const std::string with_zeros("a\0b\0", 4);
  for (const std::string& text : {std::string("hello"), std::string(), with_zeros, std::string(1000, 'x')}) {
    write_message(channel.write_end(), text);
  }
  EXPECT_EQ(read_message(channel.read_end()), "hello");
  EXPECT_EQ(read_message(channel.read_end()), "");
  EXPECT_EQ(read_message(channel.read_end()), with_zeros);
  EXPECT_EQ(read_message(channel.read_end()), std::string(1000, 'x'));
  channel.close_write_end();
  EXPECT_EQ(read_message(channel.read_end()), std::nullopt);
}

TEST(MessageTest, IsItsSizeAndItsBytes) {
  Channel channel;
  write_message(channel.write_end(), "hello");
  channel.close_write_end();
  EXPECT_EQ(channel.read_all(), message_of("hello", 5));
}

TEST(MessageTest, IsLargerThanAPipe) {
  std::optional<Child> writer;
  Channel channel;  // ends before the writer, which waits until all is read
  writer.emplace([&] {
    channel.close_read_end();
    write_message(channel.write_end(), large());
    return 0;
  });
  channel.close_write_end();
  const auto read = read_message(channel.read_end());
  EXPECT_TRUE(read && *read == large()) << "other bytes came";
  EXPECT_EQ(writer->code(), 0);
}

TEST(MessageTest, ComesInPieces) {
  const Channel pieces(O_DIRECT);  // a read gives what one write has written, and no more
  for (const char c : message_of("hi", 2)) pieces.write({&c, 1});
  EXPECT_EQ(read_message(pieces.read_end()), "hi");
}

TEST(MessageTest, IsTornWhereverThePipeEndsWithinIt) {
  const std::string whole = message_of("hello", 5);
  for (std::size_t size = 1; size < whole.size(); ++size) {
    Channel channel;
    channel.write(whole.substr(0, size));
    channel.close_write_end();
    EXPECT_THROW((void)read_message(channel.read_end()), TornMessage) << size << " bytes came";
  }
}

TEST(MessageTest, IsNotTakenWhenItsSizeCannotBe) {
  for (const std::uint64_t size : {std::uint64_t{kMostBytes} + 1, std::uint64_t{1} << 62, ~std::uint64_t{0}}) {
    const Channel channel;
    channel.write(message_of("hello", size));
    EXPECT_THROW((void)read_message(channel.read_end()), TornMessage) << size << ", and more bytes may come";
  }
}

TEST(MessageTest, IsNotWrittenWhenItIsTooLarge) {
  Channel channel;
  EXPECT_THROW(write_message(channel.write_end(), std::string(kMostBytes + 1, 'x')), std::length_error);
  channel.close_write_end();
  EXPECT_EQ(channel.read_all(), "");
}

TEST(MessageTest, TellsThatNobodyReads) {
  Channel channel;
  channel.close_read_end();
  EXPECT_THROW(write_message(channel.write_end(), "hello"), std::system_error);
}
