// package: libuv1-dev
// library: uv_queue_work
// drives: a loop that waits for two works
// flags: -luv
// expect: unsupported
// finds: a loop waits in `epoll_wait`, which the explorer does not follow
#include <uv.h>

#include <atomic>
#include <cassert>

std::atomic<int> done{0};

int main() {
  uv_loop_t loop;
  assert(uv_loop_init(&loop) == 0);
  uv_work_t works[2];
  for (uv_work_t& work : works) {
    assert(uv_queue_work(
               &loop, &work, [](uv_work_t*) { ++done; }, [](uv_work_t*, int) {}) == 0);
  }
  uv_run(&loop, UV_RUN_DEFAULT);
  assert(done == 2);
  assert(uv_loop_close(&loop) == 0);
}
