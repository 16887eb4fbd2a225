// finding: none
// A blocking call: the request, its mutex and condition variable live on the caller's stack and end
// when the reply is in. The server notifies under the lock, so it touches no dead request.
#include <cassert>
#include <condition_variable>
#include <future>
#include <mutex>
#include <thread>

struct Request {
  int number;
  int reply = 0;  // guarded by mutex; not 0 once the server has answered
  std::mutex mutex;
  std::condition_variable answered;
};

int main() {
  std::promise<Request*> outbox;
  std::future<Request*> inbox = outbox.get_future();
  int result = 0;  // the client's own until it is joined

  std::thread server([&] {
    Request& request = *inbox.get();
    std::lock_guard lock(request.mutex);
    request.reply = request.number * 2;
    request.answered.notify_one();
  });
  std::thread client([&] {
    Request request{.number = 21, .mutex = {}, .answered = {}};
    outbox.set_value(&request);
    std::unique_lock lock(request.mutex);
    request.answered.wait(lock, [&] { return request.reply != 0; });
    result = request.reply;
  });
  server.join();
  client.join();

  assert(result == 42);
}
