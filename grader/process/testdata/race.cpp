#include <thread>

int main() {
  int count = 0;
  const auto work = [&count] {
    for (int i = 0; i < 1000; ++i) {
      ++count;
    }
  };
  std::thread first(work);
  std::thread second(work);
  first.join();
  second.join();
}
