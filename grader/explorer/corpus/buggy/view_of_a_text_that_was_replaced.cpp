// finding: use-after-free
// A printer takes a string_view of the headline under the lock and reads it under the lock, but not the same time.
// The editor can put a longer headline in between: the string frees its old text, and the view points to it.
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

int main() {
  std::mutex mutex;
  std::string headline = "Harbour to be closed for a week";  // guarded by mutex
  char first_letter = ' ';
  std::thread printer([&] {
    std::unique_lock lock(mutex);
    const std::string_view view = headline;
    lock.unlock();
    lock.lock();
    first_letter = view.front();
  });
  std::thread editor([&] {
    std::scoped_lock lock(mutex);
    headline = "Harbour to be closed for a month, and the old bridge for good";
  });
  printer.join();
  editor.join();
  return first_letter == 'H' ? 0 : 1;
}
