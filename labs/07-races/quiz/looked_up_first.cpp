#include <cstdio>
#include <map>
#include <mutex>
#include <string>
#include <thread>

std::mutex mutex;
std::map<std::string, int> table;
int made = 0;

bool knows(const std::string& name) {
  const std::scoped_lock lock(mutex);
  return table.contains(name);
}

void make(const std::string& name) {
  const std::scoped_lock lock(mutex);
  table[name] = ++made;
}

int main() {
  const auto ask = [] {
    if (!knows("a")) make("a");
  };
  std::thread one(ask);
  std::thread two(ask);
  one.join();
  two.join();
  std::printf("made %d\n", made);
}
