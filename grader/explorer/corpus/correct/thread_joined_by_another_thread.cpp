// finding: none
// A thread object moves into a second thread, which joins the first; main joins only the second and
// still sees what the first one wrote.
#include <cassert>
#include <thread>
#include <utility>

int main() {
  int letter = 0;  // written by the writer, read after it was joined
  int answer = 0;  // written by the collector, read after it was joined

  std::thread writer([&] { letter = 4; });
  std::thread collector([&, joined_here = std::move(writer)]() mutable {
    joined_here.join();
    answer = letter + 1;
  });
  assert(!writer.joinable());
  collector.join();

  assert(letter == 4);
  assert(answer == 5);
}
