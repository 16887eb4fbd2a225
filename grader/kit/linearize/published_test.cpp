// Generated clients of published data structures: with a mistake that the literature warns of, and without it.

#include <gtest/gtest-spi.h>
#include <gtest/gtest.h>

#include <deque>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "linearize/published/bounded_buffer.h"
#include "linearize/published/lazy_list.h"
#include "linearize/published/treiber_stack.h"
#include "linearize/published/two_lock_queue.h"
#include "lockstep/linearize.h"

namespace lockstep {
namespace {

struct Queue {
  void put(int value) { values.push_back(value); }
  int get() {
    if (values.empty()) must_wait();
    const int value = values.front();
    values.pop_front();
    return value;
  }
  bool operator==(const Queue&) const = default;

  std::deque<int> values;
};

/// A queue with one place.
struct Buffer : Queue {
  void put(int value) {
    if (!values.empty()) must_wait();
    Queue::put(value);
  }
  bool operator==(const Buffer&) const = default;
};

struct Set {
  bool add(int key) { return keys.insert(key).second; }
  bool remove(int key) { return keys.erase(key) > 0; }
  [[nodiscard]] bool contains(int key) const { return keys.contains(key); }
  bool operator==(const Set&) const = default;

  std::set<int> keys;
};

struct Stack {
  void push(int value) { values.push_back(value); }
  std::optional<int> pop() {
    if (values.empty()) return std::nullopt;
    const int value = values.back();
    values.pop_back();
    return value;
  }
  bool operator==(const Stack&) const = default;

  std::vector<int> values;
};

/// What is found; empty: nothing.
template <class Subject, class Reference>
std::string found(const Client<Subject, Reference>& client, const LinearizeOptions& options = {}) {
  testing::TestPartResultArray failures;
  {
    testing::ScopedFakeTestPartResultReporter reporter(
        testing::ScopedFakeTestPartResultReporter::INTERCEPT_ONLY_CURRENT_THREAD, &failures);
    check_linearizable(client, options);
  }
  return failures.size() == 0 ? "" : failures.GetTestPartResult(0).message();
}

template <class Subject, class Reference>
Client<Subject, Reference> client_that_puts_and_gets() {
  Client<Subject, Reference> client;
  client.operation(
      "put", [](auto& queue, int value) { queue.put(value); }, Values<int>(1, 2));
  client.operation("get", [](auto& queue) { return queue.get(); });
  return client;
}

template <class Subject>
Client<Subject, Set> client_of_a_set() {
  Client<Subject, Set> client;
  client.operation(
      "add", [](auto& set, int key) { return set.add(key); }, Values<int>(1, 2));
  client.operation(
      "remove", [](auto& set, int key) { return set.remove(key); }, Values<int>(1, 2));
  client.operation(
      "contains", [](const auto& set, int key) { return set.contains(key); }, Values<int>(1, 2));
  client.in_the_end(
      "contains", [](const auto& set, int key) { return set.contains(key); }, Values<int>(1, 2));
  return client;
}

template <class Subject>
Client<Subject, Stack> client_of_a_stack() {
  Client<Subject, Stack> client;
  client.operation(
      "push", [](auto& stack, int value) { stack.push(value); }, Values<int>(1));
  client.operation("pop", [](auto& stack) { return stack.pop(); });
  for (int i = 0; i < 3; ++i) client.in_the_end("pop", [](auto& stack) { return stack.pop(); });
  return client;
}

TEST(PublishedTest, ABoundedBufferWhoseThreadsDoNotLookAgain) {
  const std::string text = found(client_that_puts_and_gets<published::BoundedBuffer<false>, Buffer>());
  EXPECT_NE(text.find("No order of the operations explains it: get()"), std::string::npos) << text;
  EXPECT_EQ(found(client_that_puts_and_gets<published::BoundedBuffer<true>, Buffer>()), "");
}

TEST(PublishedTest, ATwoLockQueueThatLosesAWakeUp) {
  const std::string text = found(client_that_puts_and_gets<published::TwoLockQueue<false>, Queue>());
  EXPECT_NE(text.find("lost-wakeup in schedule"), std::string::npos) << text;
  EXPECT_EQ(found(client_that_puts_and_gets<published::TwoLockQueue<true>, Queue>()), "");
}

TEST(PublishedTest, ALazyListThatDoesNotValidate) {
  const std::string text = found(client_of_a_set<published::LazyList<false>>());
  EXPECT_NE(text.find("No order of the operations explains it: "), std::string::npos) << text;
  EXPECT_EQ(found(client_of_a_set<published::LazyList<true>>()), "");
}

TEST(PublishedTest, AStackWithTheAbaProblem) {
  constexpr LinearizeOptions kMany{.random_scenarios = 1000};
  const std::string text = found(client_of_a_stack<published::TreiberStack<false>>(), kMany);
  EXPECT_NE(text.find("No order of the operations explains it: "), std::string::npos) << text;
  EXPECT_EQ(found(client_of_a_stack<published::TreiberStack<true>>(), kMany), "");
}

}  // namespace
}  // namespace lockstep
