// finding: data-race
// The writer holds the lock when it appends; the reader asks for the size without it.
// push_back moves the vector's end (and here its storage), so that pointer is read while written.
#include <mutex>
#include <thread>
#include <vector>

int main() {
  std::mutex mutex;
  std::vector<int> readings{7};  // guarded by mutex, the reader forgets it
  std::size_t count = 0;
  std::thread writer([&] {
    std::scoped_lock lock(mutex);
    readings.push_back(8);
  });
  std::thread reader([&] { count = readings.size(); });
  writer.join();
  reader.join();
}
