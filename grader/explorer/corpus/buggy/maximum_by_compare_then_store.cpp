// finding: assertion
// Each thread reports a score and stores it if it is above the best one so far.
// The comparison is stale when the store comes: a lower score can overwrite a higher one.
#include <atomic>
#include <cassert>
#include <thread>
#include <vector>

int main() {
  std::atomic<int> best{0};
  std::vector<std::thread> players;
  for (const int score : {3, 8, 5}) {
    players.emplace_back([&best, score] {
      if (score > best) best = score;
    });
  }
  for (auto& player : players) player.join();
  assert(best == 8);
}
