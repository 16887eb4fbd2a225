#include <pthread.h>
#include <sched.h>
static void* pthread_body(void* x) {
  sched_yield();
  return x;
}
void* by_pthread(void* x) {
  pthread_t t;
  void* r = nullptr;
  pthread_create(&t, nullptr, pthread_body, x);
  pthread_join(t, &r);
  return r;
}
pthread_mutex_t plain_mutex = PTHREAD_MUTEX_INITIALIZER;
