// finding: none
// Each thread adds up its own chunk into its own place; main adds the partial sums after join. No
// element is shared, so no lock is needed.
#include <array>
#include <cassert>
#include <cstddef>
#include <numeric>
#include <thread>
#include <vector>

int main() {
  const std::vector<int> numbers{1, 2, 3, 4, 5, 6, 7};
  std::array<int, 3> partial{};

  std::vector<std::thread> workers;
  for (std::size_t i = 0; i < partial.size(); ++i) {
    workers.emplace_back([&, i] {
      const auto begin = numbers.begin() + numbers.size() * i / partial.size();
      const auto end = numbers.begin() + numbers.size() * (i + 1) / partial.size();
      partial[i] = std::accumulate(begin, end, 0);
    });
  }
  for (std::thread& worker : workers) {
    worker.join();
  }

  assert(std::accumulate(partial.begin(), partial.end(), 0) == 28);
}
