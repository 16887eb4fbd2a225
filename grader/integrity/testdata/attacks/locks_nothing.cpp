// expect: proven pthread_mutex_lock
#include <pthread.h>

extern "C" int pthread_mutex_lock(pthread_mutex_t*) noexcept { return 0; }  // here
