// finding: none
// One thread locks the top shelf and then the bottom one; when it has ended, another locks them the other way round.
// The join between them keeps this program from deadlock; the two orders would deadlock in one that lacks it.
#include <mutex>
#include <thread>

int main() {
  std::mutex top;
  std::mutex bottom;
  int books = 0;  // guarded by top and bottom
  const auto move_book = [&](std::mutex& from, std::mutex& to) {
    std::scoped_lock take(from);
    std::scoped_lock put(to);
    ++books;
  };
  std::thread down([&] { move_book(top, bottom); });
  down.join();
  std::thread up([&] { move_book(bottom, top); });
  up.join();
}
