// What stands in for C11's <threads.h>. The C library has one kind of thread, mutex and condition variable, and gives
// it two names; so has the explorer.

#include <threads.h>
#include <time.h>

#include <pthread.h>
#include <cerrno>
#include <cstdint>

namespace lockstep::explorer {
namespace {

static_assert(sizeof(mtx_t) == sizeof(pthread_mutex_t) && sizeof(cnd_t) == sizeof(pthread_cond_t) &&
              sizeof(thrd_t) == sizeof(pthread_t) && sizeof(tss_t) == sizeof(pthread_key_t));

pthread_mutex_t* same(mtx_t* mutex) { return reinterpret_cast<pthread_mutex_t*>(mutex); }
pthread_cond_t* same(cnd_t* condition) { return reinterpret_cast<pthread_cond_t*>(condition); }

/// \param error  as the functions of pthread.h give it
int c11(int error) {
  switch (error) {
    case 0:
      return thrd_success;
    case EBUSY:
      return thrd_busy;
    case ETIMEDOUT:
      return thrd_timedout;
    case ENOMEM:
      return thrd_nomem;
    default:
      return thrd_error;
  }
}

}  // namespace

extern "C" {

int thrd_create(thrd_t* thread, thrd_start_t function, void* argument) {
  // As the C library does: the caller of a function that gives an int finds it in the lower half of a pointer.
  const auto as_pthread = reinterpret_cast<void* (*)(void*)>(reinterpret_cast<void (*)()>(function));
  return c11(pthread_create(thread, nullptr, as_pthread, argument));
}

int thrd_join(thrd_t thread, int* result) {
  void* given = nullptr;
  const int error = pthread_join(thread, &given);
  if (result != nullptr) *result = static_cast<int>(reinterpret_cast<std::intptr_t>(given));
  return c11(error);
}

int thrd_detach(thrd_t thread) { return c11(pthread_detach(thread)); }

void thrd_exit(int result) { pthread_exit(reinterpret_cast<void*>(static_cast<std::intptr_t>(result))); }

void thrd_yield() { sched_yield(); }

int thrd_sleep(const timespec* time, timespec* left) {
  if (nanosleep(time, left) == 0) return 0;
  return errno == EINTR ? -1 : -2;
}

int mtx_lock(mtx_t* mutex) { return c11(pthread_mutex_lock(same(mutex))); }
int mtx_timedlock(mtx_t* __restrict mutex, const timespec* __restrict until) {
  return c11(pthread_mutex_timedlock(same(mutex), until));
}
int mtx_trylock(mtx_t* mutex) { return c11(pthread_mutex_trylock(same(mutex))); }
int mtx_unlock(mtx_t* mutex) { return c11(pthread_mutex_unlock(same(mutex))); }
void mtx_destroy(mtx_t* mutex) { pthread_mutex_destroy(same(mutex)); }

int cnd_wait(cnd_t* condition, mtx_t* mutex) { return c11(pthread_cond_wait(same(condition), same(mutex))); }
int cnd_timedwait(cnd_t* __restrict condition, mtx_t* __restrict mutex, const timespec* __restrict until) {
  return c11(pthread_cond_timedwait(same(condition), same(mutex), until));
}
int cnd_signal(cnd_t* condition) { return c11(pthread_cond_signal(same(condition))); }
int cnd_broadcast(cnd_t* condition) { return c11(pthread_cond_broadcast(same(condition))); }
void cnd_destroy(cnd_t* condition) { pthread_cond_destroy(same(condition)); }

int tss_create(tss_t* key, tss_dtor_t destructor) { return c11(pthread_key_create(key, destructor)); }
void tss_delete(tss_t key) { pthread_key_delete(key); }
}

}  // namespace lockstep::explorer
