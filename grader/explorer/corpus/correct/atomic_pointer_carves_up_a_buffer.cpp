// finding: none
// Two threads carve pieces out of one buffer by moving an atomic pointer; fetch_add gives each a
// piece of its own, which it fills plainly.
#include <algorithm>
#include <array>
#include <atomic>
#include <cassert>
#include <thread>

int main() {
  std::array<char, 5> buffer{};
  std::atomic<char*> unused{buffer.data()};

  auto fill = [&](int length, char letter) {
    char* const piece = unused.fetch_add(length);
    std::fill_n(piece, length, letter);
  };
  std::thread first(fill, 2, 'a');
  std::thread second(fill, 3, 'b');
  first.join();
  second.join();

  assert(unused.load() == buffer.data() + buffer.size());
  assert(std::count(buffer.begin(), buffer.end(), 'a') == 2);
  assert(std::count(buffer.begin(), buffer.end(), 'b') == 3);
}
