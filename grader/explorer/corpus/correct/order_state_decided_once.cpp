// finding: none
// An order is open until it is either shipped or cancelled: the compare-exchange from the open
// state succeeds once, and only its winner writes the plain remark.
#include <atomic>
#include <cassert>
#include <string>
#include <thread>

enum class State { kOpen, kShipped, kCancelled };

int main() {
  std::atomic<State> state{State::kOpen};
  std::string remark;  // written by the thread that leaves kOpen, read after join

  auto decide = [&](State wanted, const char* text) {
    State expected = State::kOpen;
    if (state.compare_exchange_strong(expected, wanted)) {
      remark = text;
    }
  };
  std::thread depot(decide, State::kShipped, "on its way");
  std::thread customer(decide, State::kCancelled, "no longer wanted");
  depot.join();
  customer.join();

  const bool shipped = state == State::kShipped;
  assert(remark == (shipped ? "on its way" : "no longer wanted"));
}
