#include <cstdio>
#include <stdexcept>
#include <thread>

int main() {
  try {
    std::thread one([] { throw std::runtime_error("too large"); });
    one.join();
  } catch (const std::runtime_error& error) {
    std::printf("%s\n", error.what());
  }
}
