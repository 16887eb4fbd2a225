// finding: none
// Only the actor touches the account; others put messages into its mailbox. A question carries a
// promise for the answer, and closing the mailbox ends the actor.
#include <cassert>
#include <condition_variable>
#include <functional>
#include <future>
#include <mutex>
#include <queue>
#include <thread>
#include <utility>

int main() {
  std::mutex mutex;
  std::condition_variable arrived;
  std::queue<std::function<void()>> mailbox;  // guarded by mutex
  int account = 0;                            // the actor's own
  bool open = true;                           // the actor's own

  auto send = [&](std::function<void()> message) {
    std::lock_guard lock(mutex);
    mailbox.push(std::move(message));
    arrived.notify_one();
  };
  std::thread actor([&] {
    while (open) {
      std::unique_lock lock(mutex);
      arrived.wait(lock, [&] { return !mailbox.empty(); });
      const std::function<void()> message = std::move(mailbox.front());
      mailbox.pop();
      lock.unlock();
      message();
    }
  });
  std::promise<int> answer;
  std::future<int> reply = answer.get_future();
  std::thread client([&] { send([&] { account += 5; }); });
  client.join();
  send([&] { answer.set_value(account); });
  send([&] { open = false; });

  assert(reply.get() == 5);
  actor.join();
}
