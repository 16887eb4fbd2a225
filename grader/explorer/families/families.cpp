// Compiled for the explorer, as a learner's code is. What is shared is atomic or under a lock: a data race would be
// found at once, and say nothing of the search.

#include <array>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

#include "family.h"

namespace {

class Threads {
 public:
  template <class Body>
  void start(int number, Body body) {
    for (int i = 0; i < number; ++i) threads_.emplace_back([body, i] { body(i); });
  }
  template <class Body>
  void start(Body body) {
    threads_.emplace_back(body);
  }
  void join() {
    for (std::thread& thread : threads_) thread.join();
  }

 private:
  std::vector<std::thread> threads_;
};

/// Writers write two numbers, each under its own lock; the reader comes between the stages of the first one.
void write_in_two_stages(int threads, bool& went_wrong) {
  std::mutex first_mutex;
  std::mutex second_mutex;
  int first = 0;
  int second = 0;
  Threads running;
  running.start(threads - 1, [&](int) {
    {
      const std::scoped_lock lock(first_mutex);
      first = 1;
    }
    const std::scoped_lock lock(second_mutex);
    second = 2;
  });
  running.start([&] {
    int seen = 0;
    {
      const std::scoped_lock lock(first_mutex);
      seen = first;
    }
    if (seen == 0) return;
    const std::scoped_lock lock(second_mutex);
    went_wrong = second != seen + 1;
  });
  running.join();
}

/// A pair that writers store in two steps; the check comes between the two of the first one, before any other has
/// ended.
void check_between_two_stores(int threads, bool& went_wrong) {
  std::atomic<int> low{0};
  std::atomic<int> high{0};
  Threads running;
  running.start(threads - 1, [&](int) {
    low = 1;
    high = -1;
  });
  running.start([&] {
    const int low_seen = low;
    const int high_seen = high;
    went_wrong = low_seen + high_seen != 0;
  });
  running.join();
}

/// A text whose every method takes its lock, copied by one that asks for the length first, while another erases. The
/// others only look.
class Text {
 public:
  int length() {
    const std::scoped_lock lock(mutex_);
    return length_;
  }
  [[nodiscard]] bool has(int wanted) {
    const std::scoped_lock lock(mutex_);
    return wanted <= length_;
  }
  void erase() {
    const std::scoped_lock lock(mutex_);
    if (length_ > 0) length_ -= 3;
  }

 private:
  std::mutex mutex_;
  int length_ = 3;
};

void copied_while_it_is_erased(int threads, bool& went_wrong) {
  Text text;
  Threads running;
  running.start(threads - 1, [&](int) { (void)text.has(1); });
  std::thread copies([&] { went_wrong = !text.has(text.length()); });
  text.erase();
  copies.join();
  running.join();
}

/// Each takes the token of the one before it, in a ring: it comes round only in one order.
void token_in_a_ring(int threads, bool& went_wrong) {
  const auto size = static_cast<std::size_t>(threads);
  std::vector<std::atomic<int>> tokens(size);
  Threads running;
  running.start(threads, [&](int i) {
    const auto mine = static_cast<std::size_t>(i);
    tokens[mine] = tokens[(mine + size - 1) % size] + (i == 0 ? 1 : 0);
  });
  running.join();
  for (std::size_t i = 0; i + 1 < size; ++i) went_wrong |= tokens[i] != tokens[i + 1];
}

/// Two threads take two locks in opposite orders; the others take one at a time.
void locks_in_opposite_orders(int threads, bool& /*the explorer sees it*/) {
  std::mutex left;
  std::mutex right;
  Threads running;
  running.start(threads - 2, [&](int) {
    { const std::scoped_lock lock(left); }
    const std::scoped_lock lock(right);
  });
  running.start([&] {
    const std::lock_guard first(left);
    const std::lock_guard second(right);
  });
  running.start([&] {
    const std::lock_guard first(right);
    const std::lock_guard second(left);
  });
  running.join();
}

/// Writers begin and end a change in two critical sections; the reader comes between those of the first one, before any
/// other writer has begun.
void reader_against_writers_in_two_steps(int threads, bool& went_wrong) {
  std::mutex mutex;
  int begun = 0;
  int ended = 0;
  Threads running;
  running.start(threads - 1, [&](int) {
    {
      const std::scoped_lock lock(mutex);
      ++begun;
    }
    const std::scoped_lock lock(mutex);
    ++ended;
  });
  running.start([&] {
    const std::scoped_lock lock(mutex);
    went_wrong = begun == 1 && ended == 0;
  });
  running.join();
}

/// All count under one lock but one, which counts under another.
void one_under_the_wrong_lock(int threads, bool& went_wrong) {
  std::mutex right;
  std::mutex wrong;
  std::atomic<int> sum{0};
  Threads running;
  const auto count = [&](std::mutex& mutex) {
    const std::scoped_lock lock(mutex);
    sum = sum + 1;
  };
  running.start(threads - 1, [&](int) { count(right); });
  running.start([&] { count(wrong); });
  running.join();
  went_wrong = sum != threads;
}

/// Each of five threads goes on from what the one with the next number has left, and these begin in the opposite order;
/// the others only look.
void five_in_a_row(int threads, bool& went_wrong) {
  constexpr int kRow = 5;
  std::atomic<int> stage{0};
  Threads running;
  running.start(kRow, [&](int i) {
    int expected = kRow - 1 - i;
    stage.compare_exchange_strong(expected, expected + 1);
  });
  running.start(threads - kRow, [&](int) { (void)stage.load(); });
  running.join();
  went_wrong = stage == kRow;
}

/// Half of the threads take and half fill. They wait on one condition variable, and one of them is notified: it may be
/// of the wrong half.
void notified_the_wrong_one(int threads, bool& /*the explorer sees it*/) {
  std::mutex mutex;
  std::condition_variable changed;
  bool full = true;
  Threads running;
  const int pairs = threads / 2;
  const auto wait_and_set = [&](bool wanted) {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return full == wanted; });
    full = !wanted;
    changed.notify_one();
  };
  running.start(pairs, [&](int) { wait_and_set(true); });
  running.start(pairs, [&](int) { wait_and_set(false); });
  running.join();
}

/// A stack of three nodes without a lock, in which a popped node is pushed again while another pop holds its old
/// successor.
class Stack {
 public:
  Stack() {
    push(0);
    push(1);
    push(2);
  }
  int pop() {
    for (;;) {
      int top = top_;
      if (top < 0) return -1;
      const int next = next_[static_cast<std::size_t>(top)];
      if (top_.compare_exchange_strong(top, next)) return top;
    }
  }
  void push(int node) {
    for (;;) {
      int top = top_;
      next_[static_cast<std::size_t>(node)] = top;
      if (top_.compare_exchange_strong(top, node)) return;
    }
  }

 private:
  std::atomic<int> top_{-1};
  std::array<std::atomic<int>, 3> next_{-1, -1, -1};
};

/// Each thread pops two nodes and pushes the first again. A node is held twice.
void stack_with_a_reused_node(int threads, bool& went_wrong) {
  Stack stack;
  std::array<std::atomic<int>, 3> held{};
  std::atomic<bool> twice{false};
  Threads running;
  const auto take = [&] {
    const int node = stack.pop();
    if (node >= 0 && held[static_cast<std::size_t>(node)].fetch_add(1) != 0) twice = true;
    return node;
  };
  running.start(threads, [&](int) {
    const int first = take();
    (void)take();
    if (first < 0) return;
    held[static_cast<std::size_t>(first)].fetch_sub(1);
    stack.push(first);
  });
  running.join();
  went_wrong = twice;
}

}  // namespace

std::span<const Family> families() {
  static const std::array all{
      Family{"a write in two stages", {3, 20, 50, 250}, write_in_two_stages},
      Family{"a check between two stores", {3, 11, 21, 51, 250}, check_between_two_stores},
      Family{"a reader against writers in two steps", {3, 20, 50, 250}, reader_against_writers_in_two_steps},
      Family{"one thread under the wrong lock", {3, 20, 50, 250}, one_under_the_wrong_lock},
      Family{"five in a row", {5, 20, 50}, five_in_a_row},
      Family{"a text copied while it is erased", {1, 20, 50}, copied_while_it_is_erased},
      Family{"a token in a ring", {3, 4, 20}, token_in_a_ring},
      Family{"two locks in opposite orders", {2, 20, 50, 250}, locks_in_opposite_orders},
      Family{"one of two kinds of waiters notified", {4, 8, 20}, notified_the_wrong_one},
      Family{"a stack with a reused node", {3}, stack_with_a_reused_node},
  };
  return all;
}
