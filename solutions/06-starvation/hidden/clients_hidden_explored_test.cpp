// Each operation beside each other: clients that nobody has thought of, compared with what the headers promise.

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ageing_queue.h"
#include "fifo_semaphore.h"
#include "lockstep/linearize.h"

namespace {

/// What fifo_semaphore.h promises, for one thread. A thread that waits is known by its operation.
struct Semaphore {
  void begin_to_acquire() { waiting.push_back(lockstep::this_operation()); }
  void acquire() {
    const auto me = std::ranges::find(waiting, lockstep::this_operation());
    if (me - waiting.begin() >= units) lockstep::must_wait();
    waiting.erase(me);
    --units;
  }
  bool try_acquire() {
    if (std::ssize(waiting) >= units) return false;
    --units;
    return true;
  }
  void release(int more) { units += more; }
  bool operator==(const Semaphore&) const = default;

  std::ptrdiff_t units = 1;
  std::vector<std::size_t> waiting;  // in the order in which they came
};

/// What ageing_queue.h promises, for one thread and for items that may be passed over once.
struct Queue {
  void push(int priority, int item) { entries.push_back({priority, 0, item}); }
  int pop() {
    const auto item = try_pop();
    if (!item) lockstep::must_wait();
    return *item;
  }
  std::optional<int> try_pop() {
    if (entries.empty()) return std::nullopt;
    auto chosen = std::ranges::find(entries, 1, &Entry::passes);
    if (chosen == entries.end()) chosen = std::ranges::max_element(entries, {}, &Entry::priority);
    for (auto entry = entries.begin(); entry != chosen; ++entry) ++entry->passes;
    const int item = chosen->item;
    entries.erase(chosen);
    return item;
  }
  bool operator==(const Queue&) const = default;

  struct Entry {
    int priority;
    int passes;
    int item;
    bool operator==(const Entry&) const = default;
  };
  std::vector<Entry> entries;
};

}  // namespace

TEST(HiddenClientsTest, OfASemaphore) {
  lockstep::Client<FifoSemaphore, Semaphore> client([] { return std::make_unique<FifoSemaphore>(1); }, Semaphore{});
  client.as_program({.headers = {"fifo_semaphore.h"}, .name = "semaphore", .object = "FifoSemaphore semaphore(1);"});
  client.operation_in_two_steps(
      "acquire", [](Semaphore& semaphore) { semaphore.begin_to_acquire(); },
      [](auto& semaphore) { semaphore.acquire(); });
  client.operation("try_acquire", [](auto& semaphore) { return semaphore.try_acquire(); });
  client.operation(
      "release", [](auto& semaphore, int units) { semaphore.release(units); }, lockstep::Values<int>(1, 2));
  client
      .in_the_end("units",
                  [](auto& semaphore) {
                    int units = 0;
                    while (semaphore.try_acquire()) ++units;
                    return units;
                  })
      .reads("");
  client.lets_all_go_on("release", [](auto& semaphore) { semaphore.release(9); }).reads("semaphore.release(9)");
  lockstep::check_linearizable(client, {.of_one_scenario = 100, .random_scenarios = 150});
}

TEST(HiddenClientsTest, OfAnAgeingQueue) {
  lockstep::Client<AgeingQueue<int>, Queue> client([] { return std::make_unique<AgeingQueue<int>>(1); }, Queue{});
  client.as_program({.headers = {"ageing_queue.h"}, .name = "queue", .object = "AgeingQueue<int> queue(1);"});
  client.operation(
      "push", [](auto& queue, int priority, int item) { queue.push(priority, item); }, lockstep::Values<int>(1, 2),
      lockstep::Values<int>(7, 8));
  client.operation("try_pop", [](auto& queue) { return queue.try_pop(); });
  client.operation("pop", [](auto& queue) { return queue.pop(); });
  client
      .in_the_end("all inside",
                  [](auto& queue) {
                    std::string items;
                    while (const auto item = queue.try_pop()) items += std::to_string(*item) + " ";
                    return items;
                  })
      .reads("");
  lockstep::check_linearizable(client, {.of_one_scenario = 100, .random_scenarios = 150, .beginnings = 8});
}
