// finding: lock-misuse
// A thread destroys the mutex of a log when it has written the last line, and the one that closes the log locks it once
// more.
#include <pthread.h>

#include <thread>

int main() {
  static pthread_mutex_t log = PTHREAD_MUTEX_INITIALIZER;
  std::thread writer([] {
    pthread_mutex_lock(&log);
    pthread_mutex_unlock(&log);
    pthread_mutex_destroy(&log);
  });
  writer.join();
  pthread_mutex_lock(&log);
  pthread_mutex_unlock(&log);
}
