// finding: assertion
// A clerk locks the drawer with try_lock and takes for granted that it succeeds, since no other thread uses the drawer.
// The standard lets try_lock fail on a mutex that is free.
#include <cassert>
#include <mutex>
#include <thread>

int main() {
  std::mutex drawer;
  std::thread clerk([&] {
    const bool opened = drawer.try_lock();
    assert(opened);
    drawer.unlock();
  });
  clerk.join();
}
