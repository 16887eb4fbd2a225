// finding: none
// main asks every millisecond whether a job of twenty seconds is done.
#include <cassert>
#include <chrono>
#include <future>
#include <thread>

int main() {
  using namespace std::chrono_literals;
  auto job = std::async(std::launch::async, [] {
    std::this_thread::sleep_for(20s);
    return 1;
  });
  while (job.wait_for(1ms) != std::future_status::ready) {
  }
  assert(job.get() == 1);
}
