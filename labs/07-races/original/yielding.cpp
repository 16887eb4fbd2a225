#include "yielding.h"

#include <atomic>
#include <thread>

namespace {

class YieldingAnswer final : public Answer {
 public:
  void give(int answer) override {
    answer_ = answer;
    is_given_ = true;
  }

  int wait() override {
    if (!is_given_) std::this_thread::yield();
    return answer_;
  }

 private:
  std::atomic<int> answer_ = 0;
  std::atomic<bool> is_given_ = false;
};

}  // namespace

std::unique_ptr<Answer> make_answer() { return std::make_unique<YieldingAnswer>(); }
