// finding: deadlock
// Two C11 threads take two mtx_t in opposite orders.
#include <threads.h>

namespace {

mtx_t left;
mtx_t right;

int left_first(void*) {
  mtx_lock(&left);
  mtx_lock(&right);
  mtx_unlock(&right);
  return mtx_unlock(&left);
}

int right_first(void*) {
  mtx_lock(&right);
  mtx_lock(&left);
  mtx_unlock(&left);
  return mtx_unlock(&right);
}

}  // namespace

int main() {
  mtx_init(&left, mtx_plain);
  mtx_init(&right, mtx_plain);
  thrd_t first{};
  thrd_t second{};
  thrd_create(&first, left_first, nullptr);
  thrd_create(&second, right_first, nullptr);
  thrd_join(first, nullptr);
  thrd_join(second, nullptr);
  mtx_destroy(&left);
  mtx_destroy(&right);
}
