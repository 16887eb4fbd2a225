#include "counter.h"

#include <atomic>
#include <stdexcept>
#include <thread>
#include <vector>

int count_together(unsigned threads, int times) {
  if (threads == 0) throw std::invalid_argument("no threads to count with");
  std::atomic<int> number = 0;
  {
    std::vector<std::jthread> counting;
    for (unsigned i = 0; i < threads; ++i) {
      counting.emplace_back([&] {
        for (int step = 0; step < times; ++step) ++number;
      });
    }
  }  // all threads have ended
  return number;
}
