#include "pipeline.h"

#include <condition_variable>
#include <exception>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <vector>

namespace {

/// Workers that read, transform and write: who has the next item in order writes, the others wait for their turn.
class Pipeline {
 public:
  Pipeline(const Source& source, const Transform& transform, const Sink& sink, const PipelineOptions& options)
      : source_(source), transform_(transform), sink_(sink), window_(options.window) {}

  void work() {
    try {
      while (step()) continue;
    } catch (...) {
      const std::scoped_lock lock(mutex_);
      if (!first_) first_ = std::current_exception();
      turn_changed_.notify_all();
    }
  }

  void rethrow_if_any() const {
    if (first_) std::rethrow_exception(first_);
  }

 private:
  bool step() {
    std::size_t number = 0;
    std::optional<Item> item;
    {
      const std::scoped_lock reading(source_mutex_);
      {
        std::unique_lock lock(mutex_);
        turn_changed_.wait(lock, [this] { return first_ || taken_ - written_ < window_; });
        if (first_ || ended_) return false;
      }
      item = source_();
      const std::scoped_lock lock(mutex_);
      ended_ = !item.has_value();
      if (ended_) return false;
      number = taken_++;
    }
    const Item result = transform_(*item);
    std::unique_lock lock(mutex_);
    turn_changed_.wait(lock, [&] { return first_ || number == written_; });
    if (first_) return false;
    lock.unlock();
    sink_(result);
    lock.lock();
    ++written_;
    turn_changed_.notify_all();
    return true;
  }

  const Source& source_;
  const Transform& transform_;
  const Sink& sink_;
  const std::size_t window_;
  std::mutex source_mutex_;
  std::mutex mutex_;
  std::condition_variable turn_changed_;
  std::size_t taken_ = 0;
  std::size_t written_ = 0;
  bool ended_ = false;
  std::exception_ptr first_;
};

}  // namespace

void run_pipeline(const Source& source, const Transform& transform, const Sink& sink, const PipelineOptions& options) {
  if (options.workers == 0) throw std::invalid_argument("no workers");
  if (options.window == 0) throw std::invalid_argument("no window");
  Pipeline pipeline(source, transform, sink, options);
  {
    std::vector<std::jthread> threads;
    for (unsigned i = 0; i < options.workers; ++i) threads.emplace_back([&] { pipeline.work(); });
  }
  pipeline.rethrow_if_any();
}
