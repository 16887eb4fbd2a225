#include "process.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <memory>
#include <stdexcept>
#include <type_traits>
#include <utility>

#include "plumbing.h"

static_assert(!std::is_copy_constructible_v<Process>, "two owners would wait for one process");

TEST(ProcessTest, RunsItsBodyInACopyOfTheProcess) {
  int number = 5;
  const pid_t parent = getpid();
  Channel channel;
  Process process([&] {
    channel.write(number == 5 && getpid() != parent ? "right" : "wrong");
    number = 6;
    return 0;
  });
  EXPECT_NE(process.id(), parent);
  EXPECT_GT(process.id(), 0);
  process.wait();
  channel.close_write_end();
  EXPECT_EQ(channel.read_all(), "right");
  EXPECT_EQ(number, 5) << "the body ran in this process";
}

TEST(ProcessTest, EndsWithTheCodeThatItsBodyGives) {
  for (const int code : {0, 3, 255}) {
    Process process([code] { return code; });
    EXPECT_EQ(describe(process.wait()), describe(Exited{code}));
  }
}

TEST(ProcessTest, TellsWhichSignalHasEndedIt) {
  Process process([]() -> int { end_by_sigpipe(); });
  EXPECT_EQ(describe(process.wait()), describe(Killed{SIGPIPE}));
}

TEST(ProcessTest, EndsWhenItsBodyThrows) {
  Channel after;
  {
    Process process([]() -> int { throw std::runtime_error("it went wrong"); });
    after.write("x");
    EXPECT_EQ(describe(process.wait()), describe(Exited{Process::kThrew}));
  }
  Process another([]() -> int { throw 5; });
  EXPECT_EQ(describe(another.wait()), describe(Exited{Process::kThrew}));
  after.close_write_end();
  EXPECT_EQ(after.read_all(), "x") << "what follows ran in two processes";
}

TEST(ProcessTest, RunsNoOtherLineOfTheProgram) {
  Channel channel;
  struct Says {
    const Channel& to;
    ~Says() { to.write("d"); }
  };
  {
    const Says says{channel};
    Process process([] { return 0; });
    process.wait();
    channel.write("p");
  }
  channel.close_write_end();
  EXPECT_EQ(channel.read_all(), "pd") << "a destructor ran in both processes";
}

TEST(ProcessTest, WritesNoBufferASecondTime) {
  Channel channel;
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(fdopen(dup(channel.write_end()), "w"), std::fclose);
  ASSERT_NE(file, nullptr);
  std::fputs("once", file.get());  // lies in the buffer
  {
    Process process([] { return 0; });
    process.wait();
  }
  file.reset();
  channel.close_write_end();
  EXPECT_EQ(channel.read_all(), "once");
}

TEST(ProcessTest, LeavesNoZombie) {
  Channel gate;
  {
    const Process ends_at_once([] { return 0; });
    const Process ends_later([&] { return gate.wait() ? 0 : 1; });
    gate.write("x");
  }
  EXPECT_EQ(children(), "none");
  Process waited_for([] { return 0; });
  waited_for.wait();
  EXPECT_EQ(children(), "none");
}

TEST(ProcessTest, TellsItsEndAsOftenAsItIsAsked) {
  Process process([] { return 7; });
  for (int i = 0; i < 3; ++i) EXPECT_EQ(describe(process.wait()), describe(Exited{7}));
}

TEST(ProcessTest, MovesWithItsProcess) {
  {
    Process first([] { return 1; });
    const pid_t id = first.id();
    Process second = std::move(first);
    EXPECT_EQ(second.id(), id);
    EXPECT_EQ(describe(second.wait()), describe(Exited{1}));
    Process third([] { return 3; });
    const pid_t overwritten = third.id();
    third = std::move(second);
    EXPECT_EQ(describe(third.wait()), describe(Exited{1}));
    EXPECT_EQ(waitpid(overwritten, nullptr, WNOHANG), -1) << "an assignment waits for what was there before";
  }
  EXPECT_EQ(children(), "none");
}

TEST(ProcessTest, ASignalDoesNotEndTheWait) {
  Channel gate;
  Process process([&] { return gate.wait() ? 4 : 5; });
  const Ticking ticking(gate.write_end());
  EXPECT_EQ(describe(process.wait()), describe(Exited{4}));
}
