#include <cstdio>
#include <thread>

int main() {
  std::thread one([] {
    std::printf("a");
    std::printf("b");
  });
  std::thread two([] { std::printf("c"); });
  one.join();
  two.join();
}
