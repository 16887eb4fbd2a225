// finding: deadlock
// A customer takes a place, looks for goods and leaves the place again.
// A customer who finds nothing returns early and keeps the place, so the next one waits for ever.
#include <semaphore>
#include <thread>

int main() {
  std::counting_semaphore<1> places(1);
  int goods = 1;
  const auto shop = [&] {
    places.acquire();
    if (goods == 0) return;
    --goods;
    places.release();
  };
  std::thread first(shop);
  std::thread second(shop);
  std::thread third(shop);
  first.join();
  second.join();
  third.join();
}
