// package: libaprutil1-dev
// library: apr_thread_pool
// drives: one thread and one task; the pool is destroyed while its thread is busy, idle or not yet begun
// flags: -I/usr/include/apr-1.0 -D_GNU_SOURCE -laprutil-1 -lapr-1
// not-seen: the memory of its compiled code; its locks are seen
// expect: thread-leak
// finds: `apr_thread_pool_destroy` does not wait for its threads after a spurious wake-up
#include <apr_general.h>
#include <apr_thread_pool.h>

#include <cassert>

void* nothing(apr_thread_t*, void*) { return nullptr; }

int main() {
  apr_initialize();
  apr_pool_t* memory = nullptr;
  assert(apr_pool_create(&memory, nullptr) == APR_SUCCESS);
  apr_thread_pool_t* pool = nullptr;
  assert(apr_thread_pool_create(&pool, 1, 1, memory) == APR_SUCCESS);
  assert(apr_thread_pool_push(pool, nothing, nullptr, 0, nullptr) == APR_SUCCESS);
  assert(apr_thread_pool_destroy(pool) == APR_SUCCESS);
  apr_pool_destroy(memory);
  apr_terminate();
}
