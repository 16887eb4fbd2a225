// finding: livelock
// Two friends choose between two films; one that sees that the other prefers the other film gives in.
// A barrier makes them decide in step: they swap their wishes in each round and never agree.
#include <array>
#include <atomic>
#include <thread>

// A barrier of two, with a sense that each round reverses.
class InStep {
 public:
  void arrive_and_wait() {
    const bool sense = sense_.load();
    if (arrived_.fetch_add(1) == 1) {
      arrived_.store(0);
      sense_.store(!sense);
    } else {
      while (sense_.load() == sense) std::this_thread::yield();
    }
  }

 private:
  std::atomic<int> arrived_{0};
  std::atomic<bool> sense_{false};
};

int main() {
  std::array<std::atomic<int>, 2> wish{0, 1};
  InStep in_step;
  const auto choose = [&](int me) {
    while (true) {
      const int other_wish = wish[1 - me];
      if (other_wish == wish[me]) return;
      in_step.arrive_and_wait();
      wish[me] = other_wish;
      in_step.arrive_and_wait();
    }
  };
  std::thread first([&] { choose(0); });
  std::thread second([&] { choose(1); });
  first.join();
  second.join();
}
