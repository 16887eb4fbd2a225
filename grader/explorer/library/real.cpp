#include "explorer/library/real.h"

#include <dlfcn.h>

namespace lockstep::explorer {
namespace {

constinit Real the_real{};
constinit bool found = false;

template <class Function>
void look_up(Function& function, const char* name) {
  function = reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

void look_up_all() {
#define LOCKSTEP_LOOK_UP(name) look_up(the_real.name, #name)
  LOCKSTEP_LOOK_UP(syscall);
  LOCKSTEP_LOOK_UP(pthread_create);
  LOCKSTEP_LOOK_UP(pthread_join);
  LOCKSTEP_LOOK_UP(pthread_detach);
  LOCKSTEP_LOOK_UP(pthread_kill);
  LOCKSTEP_LOOK_UP(pthread_key_create);
  LOCKSTEP_LOOK_UP(pthread_key_delete);
  LOCKSTEP_LOOK_UP(pthread_once);
  LOCKSTEP_LOOK_UP(pthread_mutex_lock);
  LOCKSTEP_LOOK_UP(pthread_mutex_trylock);
  LOCKSTEP_LOOK_UP(pthread_mutex_timedlock);
  LOCKSTEP_LOOK_UP(pthread_mutex_clocklock);
  LOCKSTEP_LOOK_UP(pthread_mutex_unlock);
  LOCKSTEP_LOOK_UP(pthread_mutex_destroy);
  LOCKSTEP_LOOK_UP(pthread_cond_wait);
  LOCKSTEP_LOOK_UP(pthread_cond_timedwait);
  LOCKSTEP_LOOK_UP(pthread_cond_clockwait);
  LOCKSTEP_LOOK_UP(pthread_cond_signal);
  LOCKSTEP_LOOK_UP(pthread_cond_broadcast);
  LOCKSTEP_LOOK_UP(pthread_cond_destroy);
  LOCKSTEP_LOOK_UP(pthread_rwlock_rdlock);
  LOCKSTEP_LOOK_UP(pthread_rwlock_tryrdlock);
  LOCKSTEP_LOOK_UP(pthread_rwlock_timedrdlock);
  LOCKSTEP_LOOK_UP(pthread_rwlock_clockrdlock);
  LOCKSTEP_LOOK_UP(pthread_rwlock_wrlock);
  LOCKSTEP_LOOK_UP(pthread_rwlock_trywrlock);
  LOCKSTEP_LOOK_UP(pthread_rwlock_timedwrlock);
  LOCKSTEP_LOOK_UP(pthread_rwlock_clockwrlock);
  LOCKSTEP_LOOK_UP(pthread_rwlock_unlock);
  LOCKSTEP_LOOK_UP(pthread_rwlock_destroy);
  LOCKSTEP_LOOK_UP(sem_wait);
  LOCKSTEP_LOOK_UP(sem_trywait);
  LOCKSTEP_LOOK_UP(sem_timedwait);
  LOCKSTEP_LOOK_UP(sem_clockwait);
  LOCKSTEP_LOOK_UP(sem_post);
  LOCKSTEP_LOOK_UP(pthread_barrier_wait);
  LOCKSTEP_LOOK_UP(sched_yield);
  LOCKSTEP_LOOK_UP(nanosleep);
  LOCKSTEP_LOOK_UP(clock_nanosleep);
  LOCKSTEP_LOOK_UP(usleep);
  LOCKSTEP_LOOK_UP(sleep);
  LOCKSTEP_LOOK_UP(clock_gettime);
  LOCKSTEP_LOOK_UP(time);
  LOCKSTEP_LOOK_UP(exit);
  LOCKSTEP_LOOK_UP(quick_exit);
  LOCKSTEP_LOOK_UP(abort);
  LOCKSTEP_LOOK_UP(poll);
  LOCKSTEP_LOOK_UP(read);
#undef LOCKSTEP_LOOK_UP
  look_up(the_real.exit_now, "_exit");
}

}  // namespace

const Real& real() {
  // No static local: its guard is one of the functions that the explorer stands in for.
  if (!found) {
    look_up_all();
    found = true;
  }
  return the_real;
}

}  // namespace lockstep::explorer
