#include <condition_variable>
#include <mutex>
#include <queue>
#include <shared_mutex>
class Mailbox {
 public:
  void put(int x) {
    {
      std::lock_guard l(m_);
      q_.push(x);
    }
    c_.notify_one();
  }
  int take() {
    std::unique_lock l(m_);
    c_.wait(l, [&] { return !q_.empty(); });
    int x = q_.front();
    q_.pop();
    return x;
  }

 private:
  std::mutex m_;
  std::condition_variable c_;
  std::queue<int> q_;
};
int through_mailbox() {
  static Mailbox box;
  static std::shared_mutex s;
  std::shared_lock l(s);
  box.put(3);
  return box.take();
}
std::recursive_timed_mutex timed;
