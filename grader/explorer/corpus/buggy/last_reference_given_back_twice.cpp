// finding: use-after-free
// A picture is shared by two threads and counts its users under the lock; the last one to leave frees it.
// The first thread leaves twice: the picture is freed while the second thread still uses it.
#include <memory>
#include <mutex>
#include <thread>

struct Picture {
  int users = 2;
  int views = 0;
};

int main() {
  std::mutex mutex;
  auto picture = std::make_unique<Picture>();  // guarded by mutex, and so is what it points to
  Picture* const seen = picture.get();
  const auto leave = [&] {
    std::scoped_lock lock(mutex);
    if (picture && --picture->users == 0) picture.reset();
  };
  std::thread first([&] {
    leave();
    leave();  // once too often
  });
  std::thread second([&] {
    {
      std::scoped_lock lock(mutex);
      ++seen->views;
    }
    leave();
  });
  first.join();
  second.join();
}
