// finding: starvation
// bypass-bound: 4
// Two readers come back again and again with a shared lock; the writer asks for the exclusive lock once.
// The lock lets readers in while a writer waits: more than four of them can overtake it.
#include <mutex>
#include <shared_mutex>
#include <thread>

int main() {
  std::shared_mutex mutex;
  int page = 0;
  const auto read_often = [&] {
    int seen = 0;
    for (int lap = 0; lap < 4; ++lap) {
      std::shared_lock lock(mutex);
      seen += page;
    }
    return seen;
  };
  std::thread first_reader(read_often);
  std::thread second_reader(read_often);
  std::thread writer([&] {
    std::unique_lock lock(mutex);
    page = 1;
  });
  first_reader.join();
  second_reader.join();
  writer.join();
}
