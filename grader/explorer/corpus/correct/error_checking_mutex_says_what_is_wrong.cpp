// finding: none
// An error-checking mutex: misuse is defined, and gives an error. A thread that was not let in tries to unlock it; the
// owner locks it again, tries to, and destroys it.
#include <pthread.h>

#include <cassert>
#include <cerrno>
#include <ctime>
#include <thread>

int main() {
  pthread_mutexattr_t kind;
  pthread_mutexattr_init(&kind);
  pthread_mutexattr_settype(&kind, PTHREAD_MUTEX_ERRORCHECK);
  pthread_mutex_t mutex;
  pthread_mutex_init(&mutex, &kind);
  pthread_mutexattr_destroy(&kind);
  int count = 0;  // guarded by mutex
  std::thread stranger([&] { assert(pthread_mutex_unlock(&mutex) == EPERM); });
  assert(pthread_mutex_lock(&mutex) == 0);
  assert(pthread_mutex_lock(&mutex) == EDEADLK);
  assert(pthread_mutex_trylock(&mutex) == EBUSY);
  assert(pthread_mutex_destroy(&mutex) == EBUSY);
  ++count;
  assert(pthread_mutex_unlock(&mutex) == 0);
  stranger.join();
  assert(pthread_mutex_unlock(&mutex) == EPERM);
  assert(pthread_mutex_destroy(&mutex) == 0);

  pthread_t slow{};
  const auto sleep = [](void*) -> void* {
    const timespec moment{.tv_sec = 0, .tv_nsec = 1'000};
    nanosleep(&moment, nullptr);
    return nullptr;
  };
  pthread_create(&slow, nullptr, sleep, nullptr);
  const int joined = pthread_tryjoin_np(slow, nullptr);
  assert(joined == EBUSY || joined == 0);
  if (joined == EBUSY) assert(pthread_join(slow, nullptr) == 0);
}
