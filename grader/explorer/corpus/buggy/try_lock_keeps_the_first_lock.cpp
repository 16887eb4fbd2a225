// finding: livelock
// Two threads need two locks, in opposite order, and use try_lock for the second so as not to deadlock.
// They retry without giving the first lock back: both try for ever what cannot succeed.
#include <mutex>
#include <thread>

int main() {
  std::mutex pen;
  std::mutex paper;
  int letters = 0;
  const auto write_letter = [&](std::mutex& first, std::mutex& second) {
    std::scoped_lock hold(first);
    while (!second.try_lock()) std::this_thread::yield();
    ++letters;
    second.unlock();
  };
  std::thread poet([&] { write_letter(pen, paper); });
  std::thread clerk([&] { write_letter(paper, pen); });
  poet.join();
  clerk.join();
}
