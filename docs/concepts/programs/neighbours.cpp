#include <cassert>
#include <thread>

struct Counts {
  int mine = 0;
  int yours = 0;
};

int main() {
  Counts counts;
  std::thread other([&] {
    for (int i = 0; i < 1000; ++i) ++counts.yours;
  });
  for (int i = 0; i < 1000; ++i) ++counts.mine;
  other.join();
  assert(counts.mine + counts.yours == 2000);
}
