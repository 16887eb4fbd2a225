// finding: none
// A packaged_task moves into a thread and runs there; main gets its value, and from a second task
// the exception it threw.
#include <cassert>
#include <future>
#include <stdexcept>
#include <thread>
#include <utility>

int main() {
  auto half = [](int n) {
    if (n % 2 != 0) {
      throw std::invalid_argument("odd");
    }
    return n / 2;
  };
  std::packaged_task<int(int)> even_task(half);
  std::packaged_task<int(int)> odd_task(half);
  std::future<int> even_half = even_task.get_future();
  std::future<int> odd_half = odd_task.get_future();

  std::jthread even_worker(std::move(even_task), 8);
  std::jthread odd_worker(std::move(odd_task), 7);

  assert(even_half.get() == 4);
  bool refused = false;
  try {
    odd_half.get();
  } catch (const std::invalid_argument&) {
    refused = true;
  }
  assert(refused);
}
