// finding: none
// The worker fails; its exception is stored in the future and thrown again in main.
#include <cassert>
#include <exception>
#include <future>
#include <stdexcept>
#include <thread>

int main() {
  std::promise<int> result;
  std::future<int> reply = result.get_future();

  std::jthread worker([&] {
    try {
      throw std::out_of_range("no such number");
    } catch (...) {
      result.set_exception(std::current_exception());
    }
  });

  bool caught = false;
  try {
    reply.get();
  } catch (const std::out_of_range&) {
    caught = true;
  }
  assert(caught);
}
