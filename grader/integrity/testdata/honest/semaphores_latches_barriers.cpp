#include <barrier>
#include <latch>
#include <semaphore>
#include <thread>
void meet(int n) {
  std::counting_semaphore<8> s(2);
  std::latch done(n);
  std::barrier b(n, [] noexcept {});
  std::vector<std::jthread> t;
  for (int i = 0; i < n; ++i)
    t.emplace_back([&] {
      s.acquire();
      s.release();
      b.arrive_and_wait();
      done.count_down();
    });
  done.wait();
}
