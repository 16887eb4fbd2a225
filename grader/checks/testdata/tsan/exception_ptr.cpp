// Right, but the counts of an exception_ptr live in the library, which is not instrumented. RACE adds a real race.
#include <exception>
#include <stdexcept>
#include <thread>

int raced = 0;

int main() {
  const std::exception_ptr error = std::make_exception_ptr(std::runtime_error("shared"));
  const auto look = [error] {
    try {
      std::rethrow_exception(error);
    } catch (const std::runtime_error&) {
    }
#ifdef RACE
    ++raced;
#endif
  };
  std::thread first(look);
  std::thread second(look);
  first.join();
  second.join();
  return raced < 0 ? 1 : 0;
}
