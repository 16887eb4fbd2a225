// finding: none
// A callback is registered while another thread requests the stop: it runs exactly once, either in
// the thread that asks or, if that came first, while being registered.
#include <atomic>
#include <cassert>
#include <stop_token>
#include <thread>

int main() {
  std::stop_source source;
  std::atomic<int> calls{0};

  std::thread listener([&] {
    std::stop_callback callback(source.get_token(), [&] { ++calls; });
    while (calls.load() == 0) {
      std::this_thread::yield();
    }
  });
  std::thread asker([&] {
    const bool first_request = source.request_stop();
    assert(first_request);
  });
  listener.join();
  asker.join();

  assert(calls == 1);
}
