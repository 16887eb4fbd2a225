#pragma once

#include <poll.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <sys/types.h>
#include <time.h>

#include <cstddef>

namespace lockstep::explorer {

/// The C library's own functions, behind those of the same names that the explorer stands in for.
struct Real {
  decltype(&::pthread_create) pthread_create;
  decltype(&::pthread_join) pthread_join;
  decltype(&::pthread_detach) pthread_detach;
  decltype(&::pthread_kill) pthread_kill;
  decltype(&::pthread_key_create) pthread_key_create;
  decltype(&::pthread_key_delete) pthread_key_delete;
  decltype(&::pthread_once) pthread_once;
  decltype(&::pthread_mutex_lock) pthread_mutex_lock;
  decltype(&::pthread_mutex_trylock) pthread_mutex_trylock;
  decltype(&::pthread_mutex_timedlock) pthread_mutex_timedlock;
  decltype(&::pthread_mutex_clocklock) pthread_mutex_clocklock;
  decltype(&::pthread_mutex_unlock) pthread_mutex_unlock;
  decltype(&::pthread_mutex_destroy) pthread_mutex_destroy;
  decltype(&::pthread_cond_wait) pthread_cond_wait;
  decltype(&::pthread_cond_timedwait) pthread_cond_timedwait;
  decltype(&::pthread_cond_clockwait) pthread_cond_clockwait;
  decltype(&::pthread_cond_signal) pthread_cond_signal;
  decltype(&::pthread_cond_broadcast) pthread_cond_broadcast;
  decltype(&::pthread_cond_destroy) pthread_cond_destroy;
  decltype(&::pthread_rwlock_rdlock) pthread_rwlock_rdlock;
  decltype(&::pthread_rwlock_tryrdlock) pthread_rwlock_tryrdlock;
  decltype(&::pthread_rwlock_timedrdlock) pthread_rwlock_timedrdlock;
  decltype(&::pthread_rwlock_clockrdlock) pthread_rwlock_clockrdlock;
  decltype(&::pthread_rwlock_wrlock) pthread_rwlock_wrlock;
  decltype(&::pthread_rwlock_trywrlock) pthread_rwlock_trywrlock;
  decltype(&::pthread_rwlock_timedwrlock) pthread_rwlock_timedwrlock;
  decltype(&::pthread_rwlock_clockwrlock) pthread_rwlock_clockwrlock;
  decltype(&::pthread_rwlock_unlock) pthread_rwlock_unlock;
  decltype(&::pthread_rwlock_destroy) pthread_rwlock_destroy;
  decltype(&::sem_wait) sem_wait;
  decltype(&::sem_trywait) sem_trywait;
  decltype(&::sem_timedwait) sem_timedwait;
  decltype(&::sem_clockwait) sem_clockwait;
  decltype(&::sem_post) sem_post;
  decltype(&::pthread_barrier_wait) pthread_barrier_wait;
  decltype(&::sched_yield) sched_yield;
  decltype(&::nanosleep) nanosleep;
  decltype(&::clock_nanosleep) clock_nanosleep;
  decltype(&::usleep) usleep;
  decltype(&::sleep) sleep;
  decltype(&::clock_gettime) clock_gettime;
  decltype(&::time) time;
  long (*syscall)(long number, ...);
  void (*exit)(int);
  void (*quick_exit)(int);
  void (*exit_now)(int);
  void (*abort)();
  decltype(&::poll) poll;
  decltype(&::read) read;
};

[[nodiscard]] const Real& real();

}  // namespace lockstep::explorer
