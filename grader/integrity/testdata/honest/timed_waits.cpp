#include <chrono>
#include <condition_variable>
#include <thread>
using namespace std::chrono_literals;
bool waited(std::condition_variable& c, std::mutex& m) {
  std::unique_lock l(m);
  std::this_thread::sleep_for(1ms);
  return c.wait_for(l, 1ms) == std::cv_status::timeout;
}
long now_ns() { return std::chrono::steady_clock::now().time_since_epoch().count(); }
