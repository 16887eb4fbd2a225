// finding: none
// Both candidates try to put their number where there is none; one succeeds, the other learns the
// winner's number from the failed attempt. The strong form never fails without a reason.
#include <atomic>
#include <cassert>
#include <thread>

int main() {
  std::atomic<int> leader{0};
  int first_view = 0;   // written by its thread, read after join
  int second_view = 0;  // likewise

  auto stand = [&](int number, int& view) {
    int current = 0;
    view = leader.compare_exchange_strong(current, number) ? number : current;
  };
  std::thread first([&] { stand(1, first_view); });
  std::thread second([&] { stand(2, second_view); });
  first.join();
  second.join();

  assert(first_view == second_view);
  assert(first_view == leader);
}
