#include "yielding.h"

#include <atomic>

namespace {

class AtomicAnswer final : public Answer {
 public:
  void give(int answer) override {
    answer_ = answer;
    answers_ = 1;
    answers_.notify_all();
  }

  int wait() override {
    answers_.wait(0);
    return answer_;
  }

 private:
  std::atomic<int> answer_ = 0;
  std::atomic<int> answers_ = 0;
};

}  // namespace

std::unique_ptr<Answer> make_answer() { return std::make_unique<AtomicAnswer>(); }
