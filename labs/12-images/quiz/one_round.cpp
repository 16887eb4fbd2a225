#include <cstdio>
#include <mutex>
#include <thread>

std::mutex mutex;
int tiles = 2;  // of worker 1's strip; that of worker 2 is empty
int done = 0;

bool take() {
  const std::scoped_lock lock(mutex);
  if (tiles == 0) return false;
  --tiles;
  ++done;
  return true;
}

int main() {
  std::thread one([] {
    while (take()) {
    }
  });
  std::thread two([] { take(); });
  one.join();
  two.join();
  std::printf("%d\n", done);
}
