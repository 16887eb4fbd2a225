#include <cstdio>
#include <thread>

int main() {
  std::thread other([] { std::puts("world"); });
  std::puts("hello");
  other.join();
}
