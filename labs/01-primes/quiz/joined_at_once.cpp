#include <cstdio>
#include <thread>

int main() {
  std::thread one([] { std::printf("a"); });
  one.join();
  std::thread two([] { std::printf("b"); });
  two.join();
}
