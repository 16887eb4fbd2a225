#include <cstdio>
#include <mutex>
#include <string>
#include <thread>

std::mutex mutex;
std::string all;

void append(const char* part) {
  const std::scoped_lock lock(mutex);
  all += part;
}

int main() {
  std::thread one(append, "ab");
  std::thread two(append, "cd");
  one.join();
  two.join();
  std::printf("%s\n", all.c_str());
}
