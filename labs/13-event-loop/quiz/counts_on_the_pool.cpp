#include <cstdio>
#include <thread>

int saved = 0;

int main() {
  std::thread pool([] { saved = 1; });  // the blocking call
  if (saved == 1) std::printf("already ");
  pool.join();
  std::printf("saved");
}
