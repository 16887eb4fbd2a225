// finding: none
// Each thread writes its own plain variable and main reads them after join: starting and joining
// are the only synchronization, and all that is needed.
#include <cassert>
#include <thread>

int main() {
  int input = 6;
  int square = 0;
  int cube = 0;

  std::thread squarer([&] { square = input * input; });
  std::thread cuber([&] { cube = input * input * input; });
  squarer.join();
  cuber.join();
  input = 0;  // nobody reads it any more

  assert(square == 36);
  assert(cube == 216);
}
