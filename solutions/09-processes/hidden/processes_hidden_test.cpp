#include <gtest/gtest.h>

#include <future>
#include <optional>
#include <string>
#include <vector>

#include "executor.h"
#include "message.h"
#include "plumbing.h"
#include "pool_works.h"
#include "program.h"
#include "work_on.h"
#include "worker_pool.h"

namespace {

std::string end_of(WorkerPool& pool, unsigned worker, const Bytes& input) {
  try {
    return "no end: " + pool.call(worker, input);
  } catch (const WorkerLost& lost) {
    return describe(lost.end());
  }
}

}  // namespace

TEST(HiddenProgramTest, FromOneProgramIntoTheNext) {
  constexpr int kLines = 500'000;
  std::string numbers;
  for (int i = kLines; i > 0; --i) numbers += std::to_string(i) + "\n";
  const Ran sorted = run_program({"sort", "-n"}, numbers);
  EXPECT_EQ(sorted.output.size(), numbers.size());
  EXPECT_EQ(run_program({"head", "-n", "3"}, sorted.output).output, "1\n2\n3\n");
  EXPECT_EQ(run_program({"tail", "-n", "1"}, sorted.output).output, std::to_string(kLines) + "\n");
}

TEST(HiddenMessageTest, OfEachSizeThereAndBack) {
  std::optional<Child> echo;
  Channel there;  // ends before the other process, which waits for its end
  Channel back;
  echo.emplace([&] {
    there.close_write_end();
    back.close_read_end();
    while (const auto message = read_message(there.read_end())) write_message(back.write_end(), *message);
    return 0;
  });
  back.close_write_end();
  for (const std::size_t size : {0, 1, 7, 8, 9, 4095, 4096, 4097, 65535, 65536, 65537, 5'000'000}) {
    write_message(there.write_end(), large(size));
    const auto message = read_message(back.read_end());
    EXPECT_TRUE(message && *message == large(size)) << size;
  }
  there.close_write_end();
  EXPECT_EQ(echo->code(), 0);
}

TEST(HiddenPoolTest, WorkersAreLostInDifferentWays) {
  const auto before = open_descriptors();
  {
    WorkerPool pool(5, Fragile());
    EXPECT_EQ(end_of(pool, 3, "signal"), describe(Killed{SIGPIPE}));
    EXPECT_EQ(end_of(pool, 1, "exit"), describe(Exited{3}));
    EXPECT_EQ(end_of(pool, 4, "half"), describe(Exited{0}));
    for (const unsigned whole : {0U, 2U}) EXPECT_EQ(end_of(pool, whole, "x"), "no end: x");
    EXPECT_EQ(end_of(pool, 1, "x"), describe(Exited{3}));
    EXPECT_EQ(end_of(pool, 3, "x"), describe(Killed{SIGPIPE}));
  }
  EXPECT_EQ(children(), "none");
  EXPECT_EQ(open_descriptors(), before);
}

TEST(HiddenPoolTest, APoolWithinAWorker) {
  WorkerPool outer(2, [](const Bytes& input) {
    Bytes ids = tell_process(input);
    {
      WorkerPool inner(2, tell_process);
      ids += " " + inner.call(0, "") + " " + inner.call(1, "");
    }
    return ids + " " + children();
  });
  for (unsigned worker = 0; worker < outer.size(); ++worker) {
    const Bytes ids = outer.call(worker, "");
    EXPECT_TRUE(ids.ends_with(" none")) << ids;
  }
}

TEST(HiddenExecutorTest, ManyFailuresAmongResults) {
  for (const Kind kind : {Kind::kThreads, Kind::kProcesses}) {
    Executor executor(kind, 3, Fragile());
    std::vector<std::future<Bytes>> futures;
    futures.reserve(200);
    for (int i = 0; i < 200; ++i) futures.push_back(executor.submit(i % 3 == 0 ? "throw" : std::to_string(i)));
    for (int i = 0; i < 200; ++i) {
      auto& future = futures[static_cast<std::size_t>(i)];
      if (i % 3 == 0) {
        EXPECT_THROW((void)future.get(), TaskFailed) << i;
      } else {
        EXPECT_EQ(future.get(), std::to_string(i));
      }
    }
  }
}
