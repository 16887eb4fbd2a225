// finding: starvation
// bypass-bound: 3
// A greedy thread gives the mutex back only to take it again at once, six times in a row.
// A std::mutex is not fair: the patient thread, which waits all the time, can be overtaken more than three times.
#include <mutex>
#include <thread>

int main() {
  std::mutex mutex;
  int work = 0;
  std::thread greedy([&] {
    for (int lap = 0; lap < 6; ++lap) {
      std::scoped_lock lock(mutex);
      ++work;
    }
  });
  std::thread patient([&] {
    std::scoped_lock lock(mutex);
    ++work;
  });
  greedy.join();
  patient.join();
}
