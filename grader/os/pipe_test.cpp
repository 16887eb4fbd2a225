#include "os/pipe.h"

#include <fcntl.h>
#include <gtest/gtest.h>

#include <array>
#include <cerrno>
#include <string>

namespace lockstep::os {
namespace {

bool is_open(int fd) { return fcntl(fd, F_GETFD) >= 0; }

TEST(FdTest, ClosesWhatItHolds) {
  Pipe pipe = Pipe::make().value();
  const int number = pipe.read.get();
  pipe.read.reset();
  EXPECT_FALSE(is_open(number));
}

TEST(FdTest, MovingLeavesNothingBehind) {
  Pipe pipe = Pipe::make().value();
  const int number = pipe.read.get();
  const Fd moved = std::move(pipe.read);
  EXPECT_EQ(moved.get(), number);
  EXPECT_TRUE(is_open(number));
}

TEST(FdTest, AReleasedDescriptorStaysOpen) {
  Pipe pipe = Pipe::make().value();
  const int number = pipe.read.release();
  EXPECT_TRUE(is_open(number));
  close(number);
}

TEST(PipeTest, IsClosedOnExec) {
  const Pipe pipe = Pipe::make().value();
  EXPECT_EQ(fcntl(pipe.read.get(), F_GETFD) & FD_CLOEXEC, FD_CLOEXEC);
  EXPECT_EQ(fcntl(pipe.write.get(), F_GETFD) & FD_CLOEXEC, FD_CLOEXEC);
}

TEST(PipeTest, CarriesWhatIsWritten) {
  const Pipe pipe = Pipe::make().value();
  EXPECT_EQ(write_some(pipe.write.get(), "hello"), 5);
  std::array<char, 8> got{};
  EXPECT_EQ(read(pipe.read.get(), got.data(), got.size()), 5);
  EXPECT_EQ(std::string(got.data()), "hello");
}

TEST(PipeTest, AFullPipeTakesWhatFitsAndThenSaysAgain) {
  const Pipe pipe = Pipe::make().value();
  make_non_blocking(pipe.write.get());
  const std::string megabyte(1 << 20, 'x');
  EXPECT_GT(write_some(pipe.write.get(), megabyte), 0);
  EXPECT_EQ(write_some(pipe.write.get(), megabyte), -1);
  EXPECT_EQ(errno, EAGAIN);
}

TEST(PipeTest, AReaderThatIsGoneIsAnErrorAndNoSignal) {
  Pipe pipe = Pipe::make().value();
  pipe.read.reset();
  EXPECT_EQ(write_some(pipe.write.get(), "hello"), -1);
  EXPECT_EQ(errno, EPIPE);
}

}  // namespace
}  // namespace lockstep::os
