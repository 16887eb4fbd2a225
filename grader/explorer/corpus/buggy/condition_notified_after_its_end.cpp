// finding: lock-misuse
// A bell is put away before the last guest rings it: pthread_cond_destroy, then pthread_cond_signal by another thread.
// An atomic flag orders the two, so this is no race; it is wrong all the same.
#include <pthread.h>

#include <atomic>
#include <thread>

int main() {
  pthread_cond_t bell = PTHREAD_COND_INITIALIZER;
  std::atomic<bool> put_away{false};
  std::thread guest([&] {
    put_away.wait(false);
    pthread_cond_signal(&bell);
  });
  pthread_cond_destroy(&bell);
  put_away = true;
  put_away.notify_one();
  guest.join();
}
