#include <condition_variable>
#include <stop_token>
#include <thread>
void until_stopped() {
  std::condition_variable_any c;
  std::mutex m;
  std::jthread t([&](std::stop_token s) {
    std::unique_lock l(m);
    c.wait(l, s, [] { return false; });
    std::stop_callback call(s, [] {});
  });
  t.request_stop();
}
