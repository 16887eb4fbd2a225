// finding: use-after-free
// A clerk looks a session up under the lock, gives the lock back, and uses the raw pointer under the lock again.
// In between the closer can erase the session: every access is locked, and yet the last one is to freed memory.
#include <map>
#include <memory>
#include <mutex>
#include <thread>

int main() {
  std::mutex mutex;
  std::map<int, std::unique_ptr<int>> sessions;  // guarded by mutex
  sessions[7] = std::make_unique<int>(0);
  std::thread clerk([&] {
    std::unique_lock lock(mutex);
    const auto found = sessions.find(7);
    int* session = found == sessions.end() ? nullptr : found->second.get();
    lock.unlock();
    if (session == nullptr) return;
    lock.lock();
    ++*session;
  });
  std::thread closer([&] {
    std::scoped_lock lock(mutex);
    sessions.erase(7);
  });
  clerk.join();
  closer.join();
}
