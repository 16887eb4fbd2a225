#include <exception>
#include <thread>
std::exception_ptr caught(void (*f)()) {
  std::exception_ptr e;
  std::thread([&] {
    try {
      f();
    } catch (...) {
      e = std::current_exception();
    }
  }).join();
  return e;
}
