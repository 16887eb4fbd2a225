// finding: data-race
// A registration counts itself in under the lock, and its destructor counts it out again.
// The destructor forgets the lock: it writes `present` while the reader, who holds the lock, reads it.
#include <mutex>
#include <thread>

struct Register {
  std::mutex mutex;
  int present = 0;  // guarded by mutex
};

class Registration {
 public:
  explicit Registration(Register& book) : book_(book) {
    std::scoped_lock lock(book_.mutex);
    ++book_.present;
  }
  ~Registration() { --book_.present; }

 private:
  Register& book_;
};

int main() {
  Register book;
  int seen = 0;
  std::thread guest([&] { Registration registration(book); });
  std::thread reader([&] {
    std::scoped_lock lock(book.mutex);
    seen = book.present;
  });
  guest.join();
  reader.join();
}
