// finding: none
// A thread waits until a deadline and is woken again and again for nothing before it comes. After the last
// notification it is alone: its wait ends by the deadline, with the mutex.
#include <pthread.h>

#include <cassert>
#include <cerrno>
#include <ctime>

namespace {

pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
int items = 0;  // guarded by mutex
bool gave_up = false;

void* wait_until_deadline(void* deadline) {
  pthread_mutex_lock(&mutex);
  while (items == 0 && !gave_up) {
    gave_up = pthread_cond_clockwait(&changed, &mutex, CLOCK_MONOTONIC, static_cast<timespec*>(deadline)) == ETIMEDOUT;
  }
  pthread_mutex_unlock(&mutex);
  return nullptr;
}

}  // namespace

int main() {
  timespec deadline{};
  clock_gettime(CLOCK_MONOTONIC, &deadline);
  deadline.tv_sec += 1;
  pthread_t waiting{};
  pthread_create(&waiting, nullptr, wait_until_deadline, &deadline);
  for (int i = 0; i < 4; ++i) {
    pthread_mutex_lock(&mutex);
    pthread_mutex_unlock(&mutex);
    pthread_cond_broadcast(&changed);
  }
  pthread_join(waiting, nullptr);
  assert(gave_up);
}
