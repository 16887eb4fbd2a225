// finding: none
// The worker counts until its stop token says stop; the jthread's destructor asks and joins, so
// main may read the worker's plain counter after the block.
#include <cassert>
#include <stop_token>
#include <thread>

int main() {
  int rounds = 0;  // the worker's own until it is joined
  {
    std::jthread worker([&](std::stop_token stop) {
      do {
        ++rounds;
        std::this_thread::yield();
      } while (!stop.stop_requested());
    });
  }
  assert(rounds >= 1);
}
