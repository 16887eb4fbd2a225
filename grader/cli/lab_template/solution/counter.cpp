#include "counter.h"

#include <mutex>
#include <stdexcept>
#include <thread>
#include <vector>

int count_together(unsigned threads, int times) {
  if (threads == 0) throw std::invalid_argument("no threads to count with");
  int number = 0;
  std::mutex mutex;  // guards number
  {
    std::vector<std::jthread> counting;
    for (unsigned i = 0; i < threads; ++i) {
      counting.emplace_back([&] {
        for (int step = 0; step < times; ++step) {
          const std::scoped_lock lock(mutex);
          ++number;
        }
      });
    }
  }  // all threads have ended
  return number;
}
