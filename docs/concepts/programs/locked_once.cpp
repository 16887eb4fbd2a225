#include <mutex>

std::mutex mutex;
int total = 0;  // guarded by mutex

void add_locked(int amount) { total += amount; }  // the caller holds mutex

void add(int amount) {
  const std::scoped_lock lock(mutex);
  add_locked(amount);
}

void add_twice(int amount) {
  const std::scoped_lock lock(mutex);
  add_locked(amount);
  add_locked(amount);
}

int main() {
  add(1);
  add_twice(1);
}
