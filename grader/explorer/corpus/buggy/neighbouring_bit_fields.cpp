// finding: data-race
// Each thread sets a bit-field of its own.
// Both fields lie in one memory location: to set one is to read and write the other as well.
#include <thread>

struct Lamps {
  unsigned red : 4;
  unsigned green : 4;
};

int main() {
  Lamps lamps{0, 0};
  std::thread stop([&] { lamps.red = 1; });
  std::thread go([&] { lamps.green = 1; });
  stop.join();
  go.join();
}
