#include <mutex>

std::mutex mutex;
int total = 0;  // guarded by mutex

void add(int amount) {
  const std::scoped_lock lock(mutex);
  total += amount;
}

void add_twice(int amount) {
  const std::scoped_lock lock(mutex);
  add(amount);
  add(amount);
}

int main() { add_twice(1); }
