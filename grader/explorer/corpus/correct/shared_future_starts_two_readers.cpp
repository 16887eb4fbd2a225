// finding: none
// Two threads hold their own copies of one shared_future; both get the same value once it is there.
#include <cassert>
#include <future>
#include <string>
#include <thread>

int main() {
  std::promise<std::string> signal;
  std::shared_future<std::string> first_copy = signal.get_future().share();
  std::shared_future<std::string> second_copy = first_copy;

  std::thread first([&] { assert(first_copy.get() == "go"); });
  std::thread second([&] { assert(second_copy.get() == "go"); });
  signal.set_value("go");
  first.join();
  second.join();
}
