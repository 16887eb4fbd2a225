// finding: none
// Three errands, run one after the other, lock the offices A and B, then B and C, then C and A.
// No two of them contradict each other, but the three orders form a circle: run at once they could deadlock.
#include <array>
#include <mutex>
#include <thread>

int main() {
  std::array<std::mutex, 3> offices;
  int stamps = 0;
  for (std::size_t first = 0; first < offices.size(); ++first) {
    std::thread errand([&, first] {
      std::scoped_lock here(offices[first]);
      std::scoped_lock next(offices[(first + 1) % offices.size()]);
      ++stamps;
    });
    errand.join();
  }
}
