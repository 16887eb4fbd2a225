#include "worker_pool.h"

#include <gtest/gtest.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include <algorithm>
#include <future>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <system_error>

#include "plumbing.h"
#include "pool_works.h"

namespace {

Bytes give_back(const Bytes& input) { return input; }

/// Orphans become children of this process, which so sees their ends.
void adopt_orphans() { prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0); }

void wait_until_no_worker_is_left() {
  while (waitpid(-1, nullptr, 0) > 0 || errno == EINTR) {
  }
}

}  // namespace

TEST(WorkerPoolTest, WorksInProcessesOfItsOwn) {
  WorkerPool pool(3, tell_process);
  EXPECT_EQ(pool.size(), 3U);
  std::set<Bytes> ids{std::to_string(getpid())};
  for (unsigned i = 0; i < pool.size(); ++i) ids.insert(pool.call(i, ""));
  EXPECT_EQ(ids.size(), 4U) << "each worker is a process, and none is this one";
  EXPECT_TRUE(ids.contains(pool.call(1, ""))) << "a worker stays the same process";
}

TEST(WorkerPoolTest, GivesEachResult) {
  WorkerPool pool(2, [](const Bytes& input) { return input + "!"; });
  for (int i = 0; i < 20; ++i) {
    EXPECT_EQ(pool.call(0, "a" + std::to_string(i)), "a" + std::to_string(i) + "!");
    EXPECT_EQ(pool.call(1, "b" + std::to_string(i)), "b" + std::to_string(i) + "!");
  }
  EXPECT_EQ(pool.call(0, ""), "!");
  EXPECT_TRUE(pool.call(1, large()) == large() + "!") << "a task that is larger than a pipe";
}

TEST(WorkerPoolTest, AWorkerHasACopyOfWhatWasThere) {
  int number = 5;
  WorkerPool pool(1, [&number](const Bytes& /*input*/) { return std::to_string(number++); });
  number = 100;
  EXPECT_EQ(pool.call(0, ""), "5") << "as it was when the pool was made";
  EXPECT_EQ(pool.call(0, ""), "6") << "a worker keeps what it has done";
  EXPECT_EQ(number, 100);
}

TEST(WorkerPoolTest, WorkersWorkAtTheSameTime) {
  const Channel to_0;
  const Channel to_1;
  WorkerPool pool(2, [&](const Bytes& input) {
    (input == "0" ? to_1 : to_0).write("x");
    return (input == "0" ? to_0 : to_1).wait() ? input : "";
  });
  auto other = std::async(std::launch::async, [&] { return pool.call(1, "1"); });
  EXPECT_EQ(pool.call(0, "0"), "0") << "each waits for the other one";
  EXPECT_EQ(other.get(), "1");
}

TEST(WorkerPoolTest, RefusesToHaveNoWorkers) { EXPECT_THROW(WorkerPool(0, give_back), std::invalid_argument); }

TEST(WorkerPoolTest, LeavesNothingBehind) {
  const auto before = open_descriptors();
  for (int i = 0; i < 3; ++i) {
    WorkerPool pool(3, give_back);
    EXPECT_EQ(pool.call(2, "x"), "x");
    EXPECT_EQ(children(), "one that runs");
  }
  EXPECT_EQ(children(), "none");
  EXPECT_EQ(open_descriptors(), before);
}

TEST(WorkerPoolTest, IsWholeOrLeavesNothingBehind) {
  const auto before = open_descriptors();
  rlimit limit{};
  ASSERT_EQ(getrlimit(RLIMIT_NOFILE, &limit), 0);
  int most = 0;  // above so many numbers that are free
  for (int free = 0; free < 12; ++most) free += std::ranges::binary_search(before, most) ? 0 : 1;
  const rlimit lower{.rlim_cur = static_cast<rlim_t>(most), .rlim_max = limit.rlim_max};
  ASSERT_EQ(setrlimit(RLIMIT_NOFILE, &lower), 0);
  EXPECT_THROW(WorkerPool(50, give_back), std::system_error) << "there are not as many descriptors";
  EXPECT_EQ(children(), "none");
  ASSERT_EQ(setrlimit(RLIMIT_NOFILE, &limit), 0);
  EXPECT_EQ(open_descriptors(), before);
}

TEST(WorkerPoolTest, EndsThoughAnotherProcessHasItsPipes) {
  Channel gate;
  std::optional<WorkerPool> pool(std::in_place, 2, give_back);
  EXPECT_EQ(pool->call(1, "x"), "x");
  Child other([&] { return gate.wait() ? 0 : 1; });  // has a copy of each descriptor
  pool.reset();
  gate.write("x");
  EXPECT_EQ(other.code(), 0);
  EXPECT_EQ(children(), "none");
}

TEST(WorkerPoolTest, NoWorkerOutlivesItsParent) {
  EXPECT_EQ(WorkerPool(1, give_back).call(0, "x"), "x");
  adopt_orphans();
  Child parent([]() -> int {
    WorkerPool pool(3, give_back);
    const bool right = pool.call(0, "x") == "x" && pool.call(1, "y") == "y";
    _exit(right ? 5 : 6);  // as a crash would: the pool is not destroyed
  });
  EXPECT_EQ(parent.code(), 5);
  wait_until_no_worker_is_left();
}

TEST(WorkerPoolTest, AWorkerDoesNotOutliveItsParentForAnothersTask) {
  EXPECT_EQ(WorkerPool(1, give_back).call(0, "x"), "x");
  adopt_orphans();
  const Channel first_worker;
  const Channel gate;
  const Channel is_busy;
  Child parent([&] {
    WorkerPool pool(2, [&](const Bytes& input) {
      if (input == "id") return tell_process(input);
      is_busy.write("x");
      return gate.wait() ? input : "";
    });
    const pid_t id = std::stoi(pool.call(0, "id"));
    first_worker.write({reinterpret_cast<const char*>(&id), sizeof id});
    auto never = std::async(std::launch::async, [&] { return pool.call(1, "wait"); });
    if (is_busy.wait()) _exit(5);  // the second worker waits at the gate, and its parent is gone
    return 6;
  });
  ASSERT_EQ(parent.code(), 5);
  pid_t id = 0;
  ASSERT_EQ(::read(first_worker.read_end(), &id, sizeof id), static_cast<ssize_t>(sizeof id));
  EXPECT_EQ(waitpid(id, nullptr, 0), id);
  gate.write("x");
  wait_until_no_worker_is_left();
}
