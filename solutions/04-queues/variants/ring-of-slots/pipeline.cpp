#include "pipeline.h"

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <vector>

namespace {

/// One mutex for everything but the stages themselves. Item number n lives in slot n modulo the window.
class Ring {
 public:
  explicit Ring(std::size_t window) : slots_(window) {}

  void read(const Source& source) {
    for (;;) {
      const auto item = source();
      std::unique_lock lock(mutex_);
      if (!item) return end(lock);
      place_.wait(lock, [&] { return stopped_ || read_ - written_ < slots_.size(); });
      if (stopped_) return;
      slot(read_++) = {*item, false};
      work_.notify_one();
    }
  }

  void work(const Transform& transform) {
    for (;;) {
      std::unique_lock lock(mutex_);
      work_.wait(lock, [&] { return stopped_ || begun_ < read_ || ended_; });
      if (stopped_ || begun_ == read_) return;
      const std::size_t number = begun_++;
      const Item item = slot(number).item;
      lock.unlock();
      const Item result = transform(item);
      lock.lock();
      slot(number) = {result, true};
      if (number == written_) ready_.notify_one();
    }
  }

  void write(const Sink& sink) {
    for (;;) {
      std::unique_lock lock(mutex_);
      ready_.wait(lock, [&] { return stopped_ || (written_ < read_ ? slot(written_).done : ended_); });
      if (stopped_ || written_ == read_) return;
      const Item result = slot(written_).item;
      slot(written_++).done = false;
      place_.notify_one();
      lock.unlock();
      sink(result);
    }
  }

  /// Call it in a catch block.
  void fail() {
    const std::scoped_lock lock(mutex_);
    if (!first_) first_ = std::current_exception();
    stopped_ = true;
    for (std::condition_variable* all : {&place_, &work_, &ready_}) all->notify_all();
  }

  void rethrow_if_any() const {
    if (first_) std::rethrow_exception(first_);
  }

 private:
  struct Slot {
    Item item = 0;
    bool done = false;
  };

  Slot& slot(std::size_t number) { return slots_[number % slots_.size()]; }

  void end(const std::unique_lock<std::mutex>& /*held*/) {
    ended_ = true;
    work_.notify_all();
    ready_.notify_all();
  }

  std::mutex mutex_;
  std::condition_variable place_;
  std::condition_variable work_;
  std::condition_variable ready_;
  std::vector<Slot> slots_;  // all guarded by mutex_
  std::size_t read_ = 0;     // written_ <= begun_ <= read_
  std::size_t begun_ = 0;
  std::size_t written_ = 0;
  bool ended_ = false;
  bool stopped_ = false;
  std::exception_ptr first_;
};

}  // namespace

void run_pipeline(const Source& source, const Transform& transform, const Sink& sink, const PipelineOptions& options) {
  if (options.workers == 0 || options.window == 0) throw std::invalid_argument("workers and window are at least 1");
  Ring ring(options.window);
  const auto guarded = [&ring](const auto& stage) {
    try {
      stage();
    } catch (...) {
      ring.fail();
    }
  };
  {
    std::vector<std::jthread> threads;
    threads.emplace_back([&] { guarded([&] { ring.write(sink); }); });
    for (unsigned i = 0; i < options.workers; ++i) {
      threads.emplace_back([&] { guarded([&] { ring.work(transform); }); });
    }
    guarded([&] { ring.read(source); });
  }
  ring.rethrow_if_any();
}
