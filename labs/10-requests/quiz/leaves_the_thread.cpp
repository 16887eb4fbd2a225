#include <cstdio>
#include <stdexcept>
#include <thread>

void request(bool works) {
  if (!works) throw std::runtime_error("the server is busy");
  std::printf("answer");
}

int main() {
  try {
    std::thread other(request, false);
    other.join();
  } catch (const std::runtime_error&) {
    std::printf("caught");
  }
}
