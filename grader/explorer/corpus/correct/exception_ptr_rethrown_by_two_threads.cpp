// finding: none
// thread-sanitizer: false alarm
// Two threads rethrow one stored exception and only read it; the library counts its owners, so the
// last one to let go frees it.
#include <atomic>
#include <cassert>
#include <exception>
#include <stdexcept>
#include <string>
#include <thread>

int main() {
  std::exception_ptr stored = std::make_exception_ptr(std::runtime_error("no paper"));
  std::atomic<int> caught{0};

  auto rethrow = [&caught](std::exception_ptr copy) {
    try {
      std::rethrow_exception(copy);
    } catch (const std::runtime_error& error) {
      assert(std::string(error.what()) == "no paper");
      ++caught;
    }
  };
  std::thread first(rethrow, stored);
  std::thread second(rethrow, stored);
  stored = nullptr;
  first.join();
  second.join();

  assert(caught == 2);
}
