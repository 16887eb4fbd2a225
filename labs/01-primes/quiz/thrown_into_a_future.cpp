#include <cstdio>
#include <future>
#include <stdexcept>

int main() {
  auto one = std::async(std::launch::async, []() -> int { throw std::runtime_error("too large"); });
  try {
    std::printf("%d\n", one.get());
  } catch (const std::runtime_error& error) {
    std::printf("%s\n", error.what());
  }
}
