// finding: none
// Two workers share one stop source; the first to find something asks all to stop. request_stop
// returns true for one caller only, so the plain finder has one writer.
#include <cassert>
#include <stop_token>
#include <thread>

int main() {
  std::stop_source source;
  int finder = 0;  // written by the one whose request came first, read after join

  auto search = [&](int self) {
    for (int step = 0; step < 3 && !source.stop_requested(); ++step) {
      if (step == self && source.request_stop()) {
        finder = self;
      }
    }
  };
  std::thread first(search, 1);
  std::thread second(search, 2);
  first.join();
  second.join();

  assert(source.stop_requested());
  assert(finder == 1 || finder == 2);
}
