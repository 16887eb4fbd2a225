// finding: data-race
// Two C11 threads count without a lock.
#include <threads.h>

namespace {

int visitors = 0;

int count(void*) {
  ++visitors;
  return 0;
}

}  // namespace

int main() {
  thrd_t first{};
  thrd_t second{};
  thrd_create(&first, count, nullptr);
  thrd_create(&second, count, nullptr);
  thrd_join(first, nullptr);
  thrd_join(second, nullptr);
}
