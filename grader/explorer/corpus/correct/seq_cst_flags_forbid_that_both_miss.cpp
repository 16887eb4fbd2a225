// finding: none
// Each thread raises its flag and then looks at the other's; with seq_cst at most one can find the
// other's flag down, so the plain note has at most one writer.
#include <atomic>
#include <cassert>
#include <thread>

int main() {
  std::atomic<bool> ann_flag{false};
  std::atomic<bool> bob_flag{false};
  int note = 0;  // written only by the thread that found the other flag down

  auto raise_and_look = [&](std::atomic<bool>& mine, const std::atomic<bool>& other) {
    mine.store(true);
    if (!other.load()) {
      ++note;
    }
  };
  std::thread ann([&] { raise_and_look(ann_flag, bob_flag); });
  std::thread bob([&] { raise_and_look(bob_flag, ann_flag); });
  ann.join();
  bob.join();

  assert(note <= 1);
}
