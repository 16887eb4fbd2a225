// finding: none
// While the threads run, the plain elements are touched only through atomic_ref; before they start
// and after they are joined, main uses them plainly.
#include <array>
#include <atomic>
#include <cassert>
#include <thread>

int main() {
  std::array<int, 2> votes{};

  auto vote = [&](int first_choice) {
    for (int& count : votes) {
      std::atomic_ref<int>(count).fetch_add(1);
    }
    std::atomic_ref<int>(votes[first_choice]).fetch_add(1);
  };
  std::thread ann(vote, 0);
  std::thread bob(vote, 0);
  ann.join();
  bob.join();

  assert(votes[0] == 4);
  assert(votes[1] == 2);
}
