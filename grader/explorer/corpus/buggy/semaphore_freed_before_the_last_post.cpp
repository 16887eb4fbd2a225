// finding: use-after-free
// Two workers post a semaphore when they are done, and main frees it after it has waited once.
// The second post goes to freed memory.
#include <semaphore.h>

#include <memory>
#include <thread>

int main() {
  auto done = std::make_unique<sem_t>();
  sem_init(done.get(), 0, 0);
  const auto work = [raw = done.get()] { sem_post(raw); };
  std::thread first(work);
  std::thread second(work);
  sem_wait(done.get());
  done.reset();
  first.join();
  second.join();
}
