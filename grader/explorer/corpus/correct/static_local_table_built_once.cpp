// finding: none
// A static local is initialised by the first thread that reaches it while the others wait; it
// depends on nothing and is never changed, so all may read it.
#include <cassert>
#include <thread>
#include <vector>

const std::vector<int>& squares() {
  static const std::vector<int> table{0, 1, 4, 9};
  return table;
}

int main() {
  std::thread first([] { assert(squares()[2] == 4); });
  std::thread second([] { assert(squares()[3] == 9); });
  first.join();
  second.join();
}
