// finding: crash
// One thread looks up an account that the other one has closed meanwhile, and locks the mutex of what it got: nothing.
#include <atomic>
#include <mutex>
#include <thread>

struct Account {
  std::mutex mutex;
  int balance = 10;
};

int main() {
  Account account;
  std::atomic<Account*> open{&account};
  std::thread closes([&] { open = nullptr; });
  if (open != nullptr) {
    const std::lock_guard lock(open.load()->mutex);
  }
  closes.join();
}
