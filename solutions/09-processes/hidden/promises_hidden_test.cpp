// What the headers promise and the visible tests do not ask for.

#include <gtest/gtest.h>

#include <climits>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <future>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "descriptor.h"
#include "executor.h"
#include "message.h"
#include "other_threads.h"
#include "plumbing.h"
#include "pool_works.h"
#include "process.h"
#include "program.h"
#include "wire.h"
#include "worker_pool.h"

namespace {

int quick_exits_to = -1;

void tell_quick_exit() {
  if (quick_exits_to >= 0) [[maybe_unused]]
    const auto written = ::write(quick_exits_to, "quick", 5);
}

/// As long as it is there, this process has no standard input.
class NoStandardInput {
 public:
  NoStandardInput() : before_(::dup(STDIN_FILENO)) { ::close(STDIN_FILENO); }
  NoStandardInput(const NoStandardInput&) = delete;
  NoStandardInput& operator=(const NoStandardInput&) = delete;
  ~NoStandardInput() {
    ::dup2(before_, STDIN_FILENO);
    ::close(before_);
  }

 private:
  int before_;
};

std::string tell_number_of_pipes(const Bytes& /*input*/) {
  int pipes = 0;
  for (const int number : open_descriptors()) {
    struct stat status {};
    if (fstat(number, &status) == 0 && S_ISFIFO(status.st_mode)) ++pipes;
  }
  return std::to_string(pipes);
}

std::string failure_of(std::future<Bytes> future) {
  try {
    return "no failure: " + future.get();
  } catch (const TaskFailed& failed) {
    return failed.what();
  }
}

}  // namespace

TEST(HiddenProcessTest, ASignalDoesNotEndTheDestructorsWait) {
  Channel gate;
  {
    std::optional<Process> process(std::in_place, [&] { return gate.wait() ? 0 : 1; });
    const Ticking ticking(gate.write_end());
    process.reset();
    EXPECT_EQ(children(), "none");
  }
}

TEST(HiddenProcessTest, KnowsItsEndAlsoAfterAMove) {
  Process first([] { return 4; });
  EXPECT_EQ(describe(first.wait()), describe(Exited{4}));
  Process second(std::move(first));
  EXPECT_EQ(describe(second.wait()), describe(Exited{4}));
  Process third([] { return 5; });
  third = std::move(second);
  EXPECT_EQ(describe(third.wait()), describe(Exited{4}));
  EXPECT_EQ(children(), "none");
}

TEST(HiddenProcessTest, CallsNoHandlerOfAQuickExit) {
  ASSERT_EQ(std::at_quick_exit(tell_quick_exit), 0);
  Channel noted;
  quick_exits_to = noted.write_end();
  EXPECT_EQ(describe(Process([] { return 6; }).wait()), describe(Exited{6}));
  quick_exits_to = -1;
  noted.close_write_end();
  EXPECT_EQ(noted.read_all(), "");
}

TEST(HiddenDescriptorTest, ClosesTheNumberZeroAsWell) {
  const NoStandardInput none;
  {
    const Pipe pipe = make_pipe();
    ASSERT_EQ(pipe.read_end.number(), 0);
  }
  EXPECT_LT(fcntl(0, F_GETFD), 0) << "it is still open";
}

TEST(HiddenDescriptorTest, ASignalBetweenTwoPiecesDoesNotEndARead) {
  const Channel channel;
  channel.write("ab");
  const Ticking ticking(channel.write_end());
  EXPECT_EQ(read_up_to(channel.read_end(), 3), "abx");
}

TEST(HiddenProgramTest, HasTheSignalsOfThisProcess) {
  const Ran ran = run_program({"sh", "-c", "kill -PIPE $$; echo alive"}, large());
  EXPECT_EQ(describe(ran.end), describe(Killed{SIGPIPE}));
  EXPECT_EQ(ran.output, "");
}

TEST(HiddenProgramTest, MayEndWithAnyCode) {
  for (const int code : {1, 126, 127, 128, 255}) {
    EXPECT_EQ(describe(run_program({"sh", "-c", "exit " + std::to_string(code)}).end), describe(Exited{code}));
  }
}

TEST(HiddenMessageTest, MayHaveAllTheBytesThatAreAllowed) {
  std::optional<Process> writer;  // made last, destroyed last: it ends when nobody reads any more
  Pipe pipe = make_pipe();
  writer.emplace([&] {
    pipe.read_end.close();
    write_message(pipe.write_end.number(), Bytes(kMostBytes, 'x'));
    return 0;
  });
  pipe.write_end.close();
  const auto message = read_message(pipe.read_end.number());
  ASSERT_TRUE(message);
  EXPECT_EQ(message->size(), kMostBytes);
  EXPECT_EQ(read_message(pipe.read_end.number()), std::nullopt);
}

TEST(HiddenWireTest, RefusesEachSizeThatOverflows) {
  for (int shift = 32; shift < 64; ++shift) {
    const std::uint64_t size = std::uint64_t{1} << shift;
    Bytes bytes(sizeof size, '\0');
    std::memcpy(bytes.data(), &size, sizeof size);
    EXPECT_THROW((void)decode<std::vector<int>>(bytes), BrokenValue) << shift;
    EXPECT_THROW((void)decode<std::vector<double>>(bytes + "1234"), BrokenValue) << shift;
    EXPECT_THROW((void)decode<std::vector<std::string>>(bytes), BrokenValue) << shift;
    EXPECT_THROW((void)decode<std::string>(bytes), BrokenValue) << shift;
  }
}

TEST(HiddenWireTest, ABoolIsTrueOrFalseWhateverItsBytesAre) {
  for (int byte = 0; byte <= UCHAR_MAX; ++byte) {
    Bytes bytes = encode(true);
    for (char& each : bytes) each = static_cast<char>(byte);
    try {
      const bool value = decode<bool>(bytes);
      unsigned char stored = 0;
      std::memcpy(&stored, &value, sizeof stored);
      EXPECT_LE(stored, 1) << "of bytes that are all " << byte << ", decode made a bool that is neither";
    } catch (const BrokenValue&) {  // right as well
    }
  }
}

TEST(HiddenPoolTest, EachWorkerHasAsManyPipesAsTheOthers) {
  WorkerPool pool(4, tell_number_of_pipes);
  const Bytes first = pool.call(0, "");
  for (unsigned worker = 1; worker < pool.size(); ++worker) {
    EXPECT_EQ(pool.call(worker, ""), first) << "worker " << worker << " has pipes that belong to others";
  }
}

TEST(HiddenPoolTest, AFailureMayHaveNoText) {
  WorkerPool pool(1, [](const Bytes&) -> Bytes { throw std::runtime_error(""); });
  EXPECT_THROW((void)pool.call(0, "x"), TaskFailed);
}

TEST(HiddenPoolTest, TheWorkKeepsWhatItCounts) {
  WorkerPool pool(2, [count = 0](const Bytes&) mutable { return std::to_string(++count); });
  EXPECT_EQ(pool.call(0, ""), "1");
  EXPECT_EQ(pool.call(0, ""), "2");
  EXPECT_EQ(pool.call(1, ""), "1");
  EXPECT_EQ(pool.call(0, ""), "3");
}

TEST(HiddenExecutorTest, WhateverTheWorkThrowsIsAFailureOfTheTask) {
  for (const Kind kind : {Kind::kThreads, Kind::kProcesses}) {
    Executor executor(kind, 1, [](const Bytes& input) -> Bytes {
      if (input == "lost") throw WorkerLost(Exited{9});
      throw TaskFailed("of its own");
    });
    EXPECT_EQ(failure_of(executor.submit("lost")), "the worker exited with code 9");
    EXPECT_EQ(failure_of(executor.submit("failed")), "of its own") << "after a work that threw WorkerLost";
  }
}

TEST(HiddenExecutorTest, ALostWorkerHoldsUpNoInput) {
  // In the first round the thread that has lost its worker would wait before the other one does, in the second round
  // after it. So an input that wakes one waiting thread wakes the wrong one in one of the rounds, whatever the order.
  for (const bool waits_before : {true, false}) {
    const Channel is_busy;
    const Channel gate;
    Executor executor(Kind::kProcesses, 2, [&](const Bytes& input) {
      if (input == "exit") _exit(3);
      if (input == "hold") is_busy.write("x");
      return input != "hold" || gate.wait() ? input : "";
    });
    wait_until_others_wait();
    std::future<Bytes> held;
    if (waits_before) {
      held = executor.submit("hold");
      ASSERT_TRUE(is_busy.wait());
    }
    EXPECT_THROW((void)executor.submit("exit").get(), WorkerLost);
    wait_until_others_wait();
    if (waits_before) {
      gate.write("x");
      EXPECT_EQ(held.get(), "hold");
      wait_until_others_wait();
    }
    EXPECT_EQ(executor.submit("x").get(), "x");
  }
}
