// finding: none
// Every part of <threads.h>: threads that return, exit and are detached, plain, recursive and timed locks, conditions,
// a function called once, and a thread's own values with their destructor.
#include <threads.h>

#include <cassert>

namespace {

struct Shop {
  mtx_t lock;
  mtx_t counter;  // recursive
  cnd_t changed;
  int sold = 0;    // guarded by lock
  int closed = 0;  // guarded by lock
};

Shop shop;
tss_t purse;
once_flag once = ONCE_FLAG_INIT;
int openings = 0;

void open_shop() { ++openings; }

void empty_purse(void* coins) {
  mtx_lock(&shop.lock);
  shop.sold += *static_cast<int*>(coins);
  cnd_broadcast(&shop.changed);
  mtx_unlock(&shop.lock);
}

int buy(void* coins) {
  call_once(&once, open_shop);
  assert(openings == 1);
  assert(tss_set(purse, coins) == thrd_success && tss_get(purse) == coins);
  mtx_lock(&shop.counter);
  mtx_lock(&shop.counter);
  mtx_unlock(&shop.counter);
  mtx_unlock(&shop.counter);
  thrd_yield();
  if (*static_cast<int*>(coins) == 2) thrd_exit(20);
  return 10;
}

int close_shop(void*) {
  mtx_lock(&shop.lock);
  shop.closed = 1;
  cnd_signal(&shop.changed);
  mtx_unlock(&shop.lock);
  return 0;
}

}  // namespace

int main() {
  mtx_init(&shop.lock, mtx_timed);
  mtx_init(&shop.counter, mtx_plain | mtx_recursive);
  cnd_init(&shop.changed);
  tss_create(&purse, empty_purse);
  int one = 1;
  int two = 2;
  thrd_t first{};
  thrd_t second{};
  assert(thrd_create(&first, buy, &one) == thrd_success);
  assert(thrd_create(&second, buy, &two) == thrd_success);
  int first_result = 0;
  int second_result = 0;
  assert(thrd_join(first, &first_result) == thrd_success && first_result == 10);
  assert(thrd_join(second, &second_result) == thrd_success && second_result == 20);
  assert(thrd_equal(thrd_current(), thrd_current()));

  thrd_t closing{};
  assert(mtx_lock(&shop.lock) == thrd_success && shop.sold == 3);
  thrd_create(&closing, close_shop, nullptr);
  thrd_detach(closing);
  const timespec past{.tv_sec = 1, .tv_nsec = 0};
  const int waited = cnd_timedwait(&shop.changed, &shop.lock, &past);
  assert(waited == thrd_timedout || waited == thrd_success);  // a spurious wake-up
  while (shop.closed == 0) cnd_wait(&shop.changed, &shop.lock);
  mtx_unlock(&shop.lock);
  const timespec moment{.tv_sec = 0, .tv_nsec = 1'000'000};
  assert(thrd_sleep(&moment, nullptr) == 0);
  assert(mtx_trylock(&shop.lock) == thrd_success && mtx_unlock(&shop.lock) == thrd_success);
  assert(mtx_timedlock(&shop.lock, &past) == thrd_success && mtx_unlock(&shop.lock) == thrd_success);
  tss_delete(purse);
  cnd_destroy(&shop.changed);
  mtx_destroy(&shop.counter);
  mtx_destroy(&shop.lock);
}
