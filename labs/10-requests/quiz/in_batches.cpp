#include <chrono>
#include <cstdio>
#include <thread>

using namespace std::chrono_literals;

void request(std::chrono::milliseconds time, const char* name) {
  std::this_thread::sleep_for(time);
  std::printf("%s", name);
}

int main() {
  std::thread a(request, 10ms, "a");
  std::thread b(request, 40ms, "b");
  a.join();
  b.join();
  std::thread c(request, 10ms, "c");
  c.join();
}
