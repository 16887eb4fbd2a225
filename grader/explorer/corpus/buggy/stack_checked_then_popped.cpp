// finding: assertion
// Every method of the stack locks; a user first asks whether it is empty and then pops.
// Between the two calls another user can pop the last element, and pop() finds an empty stack.
#include <cassert>
#include <mutex>
#include <thread>
#include <vector>

class Stack {
 public:
  bool empty() {
    std::scoped_lock lock(mutex_);
    return items_.empty();
  }
  void pop() {
    std::scoped_lock lock(mutex_);
    assert(!items_.empty());
    items_.pop_back();
  }

 private:
  std::mutex mutex_;
  std::vector<int> items_{1};  // guarded by mutex_
};

int main() {
  Stack stack;
  const auto take = [&] {
    if (!stack.empty()) stack.pop();
  };
  std::thread first(take);
  std::thread second(take);
  first.join();
  second.join();
}
