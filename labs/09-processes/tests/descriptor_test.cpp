#include "descriptor.h"

#include <gtest/gtest.h>

#include <csignal>
#include <optional>
#include <system_error>
#include <type_traits>
#include <utility>

#include "plumbing.h"

namespace {

bool is_open(int number) { return fcntl(number, F_GETFD) >= 0; }

int error_of_writing(int descriptor, std::string_view bytes) {
  try {
    write_all(descriptor, bytes);
  } catch (const std::system_error& error) {
    return error.code().value();
  }
  return 0;
}

}  // namespace

static_assert(!std::is_copy_constructible_v<Descriptor>, "two owners would close one descriptor");

TEST(DescriptorTest, ClosesWhatItOwnsOnce) {
  const auto before = open_descriptors();
  { const Pipe pipe = make_pipe(); }
  EXPECT_EQ(open_descriptors(), before);
  Pipe pipe = make_pipe();
  const int number = pipe.read_end.number();
  pipe.read_end.close();
  EXPECT_EQ(pipe.read_end.number(), -1);
  EXPECT_FALSE(is_open(number));
  const Channel other;  // gets the number that is free now
  ASSERT_TRUE(other.read_end() == number || other.write_end() == number);
  pipe.read_end.close();
  { const Descriptor gone = std::move(pipe.read_end); }
  EXPECT_TRUE(is_open(number)) << "closed a second time: by now the number is another file's";
}

TEST(DescriptorTest, MovesWithItsDescriptor) {
  const auto before = open_descriptors();
  {
    Pipe pipe = make_pipe();
    const int number = pipe.read_end.number();
    Descriptor moved = std::move(pipe.read_end);
    EXPECT_EQ(moved.number(), number);
    EXPECT_EQ(pipe.read_end.number(), -1) << "two would close it";
    EXPECT_TRUE(is_open(number));
    const int overwritten = pipe.write_end.number();
    pipe.write_end = std::move(moved);
    EXPECT_EQ(pipe.write_end.number(), number);
    EXPECT_TRUE(is_open(number));
    EXPECT_FALSE(is_open(overwritten)) << "an assignment closes what was there before";
  }
  EXPECT_EQ(open_descriptors(), before);
}

TEST(DescriptorTest, APipeEndsWhenNobodyCanWrite) {
  Pipe pipe = make_pipe();
  write_all(pipe.write_end.number(), "one");
  write_all(pipe.write_end.number(), "two");
  EXPECT_EQ(read_up_to(pipe.read_end.number(), 4), "onet");
  pipe.write_end.close();
  EXPECT_EQ(read_up_to(pipe.read_end.number(), 100), "wo");
  EXPECT_EQ(read_up_to(pipe.read_end.number(), 100), "");
}

TEST(DescriptorTest, AProgramHasNoEndOfAPipe) {
  const Pipe pipe = make_pipe();
  EXPECT_NE(fcntl(pipe.read_end.number(), F_GETFD) & FD_CLOEXEC, 0);
  EXPECT_NE(fcntl(pipe.write_end.number(), F_GETFD) & FD_CLOEXEC, 0);
}

TEST(DescriptorTest, ReadsWhatComesInPieces) {
  const Channel pieces(O_DIRECT);  // a read gives what one write has written, and no more
  for (const char c : std::string("hello, you")) pieces.write({&c, 1});
  EXPECT_EQ(read_up_to(pieces.read_end(), 5), "hello");
  EXPECT_EQ(read_up_to(pieces.read_end(), 5), ", you");
}

TEST(DescriptorTest, WritesMoreThanAPipeHolds) {
  std::optional<Child> reader;
  Channel channel;  // ends before the reader, which waits for its end
  reader.emplace([&] {
    channel.close_write_end();
    return channel.read_all() == large() ? 0 : 1;
  });
  write_all(channel.write_end(), large());
  channel.close_write_end();
  EXPECT_EQ(reader->code(), 0) << "it has read other bytes";
}

TEST(DescriptorTest, ASignalDoesNotEndARead) {
  const Channel channel;
  const Ticking ticking(channel.write_end());
  EXPECT_EQ(read_up_to(channel.read_end(), 1), "x");
}

TEST(DescriptorTest, ASignalDoesNotCutAWriteShort) {
  std::optional<Child> reader;
  Channel channel;
  Channel begin;
  reader.emplace([&] {
    channel.close_write_end();
    begin.close_write_end();
    if (!begin.wait()) return 2;
    return channel.read_all() == large() ? 0 : 1;
  });
  {
    const Ticking ticking(begin.write_end());
    write_all(channel.write_end(), large());
  }
  channel.close_write_end();
  EXPECT_EQ(reader->code(), 0) << "it has read other bytes";
}

TEST(DescriptorTest, TellsThatNobodyReads) {
  std::signal(SIGPIPE, SIG_DFL);
  Channel channel;
  channel.close_read_end();
  EXPECT_EQ(error_of_writing(channel.write_end(), "x"), EPIPE);
  EXPECT_EQ(error_of_writing(channel.write_end(), large()), EPIPE);
  Child writer([&] { return static_cast<int>(::write(channel.write_end(), "x", 1)); });
  EXPECT_EQ(writer.code(), 1000 + SIGPIPE) << "the signal is the whole program's, and that of all that it starts";
  EXPECT_EQ(error_of_writing(-1, "x"), EBADF);
}

TEST(DescriptorTest, TellsWhyItCannotRead) {
  Channel channel;
  EXPECT_THROW((void)read_up_to(channel.write_end(), 1), std::system_error);
}
