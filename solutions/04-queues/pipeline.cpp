#include "pipeline.h"

#include <atomic>
#include <exception>
#include <future>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <utility>
#include <vector>

#include "bounded_queue.h"

namespace {

struct Job {
  Item item = 0;
  std::promise<Item> result;
};

/// The stages and what lies between them. Order is kept by `results`: it holds the results in the order of the source,
/// each promised before anyone begins to work on it.
class Pipeline {
 public:
  explicit Pipeline(std::size_t window) : jobs_(window), results_(window) {}

  void read(const Source& source) {
    guarded([&] {
      while (const auto item = source()) {
        Job job{*item, {}};
        // A place in `results_` is a place in the window. There are never more jobs than that, so only this push waits.
        if (!results_.push(job.result.get_future()) || !jobs_.push(std::move(job))) return;
      }
      jobs_.close();
      results_.close();
    });
  }

  void work(const Transform& transform) {
    guarded([&] {
      while (auto job = jobs_.pop()) {
        if (stopped_) return;  // a closed queue still gives what is inside
        try {
          job->result.set_value(transform(job->item));
        } catch (...) {
          job->result.set_exception(std::current_exception());  // the writer may wait for this very result
          throw;
        }
      }
    });
  }

  void write(const Sink& sink) {
    guarded([&] {
      while (auto result = results_.pop()) sink(result->get());
    });
  }

  /// Runs a stage, or what starts one. When it throws, no stage waits for another any more.
  template <class Body>
  void guarded(const Body& body) {
    try {
      body();
    } catch (...) {
      {
        const std::scoped_lock lock(mutex_);
        if (!first_) first_ = std::current_exception();
      }
      stopped_ = true;
      jobs_.close();
      results_.close();
    }
  }

  /// Call it when all stages have ended.
  void rethrow_if_any() const {
    if (first_) std::rethrow_exception(first_);
  }

 private:
  BoundedQueue<Job> jobs_;
  BoundedQueue<std::future<Item>> results_;
  std::atomic<bool> stopped_ = false;
  std::mutex mutex_;
  std::exception_ptr first_;  // guarded by mutex_ while stages run
};

}  // namespace

void run_pipeline(const Source& source, const Transform& transform, const Sink& sink, const PipelineOptions& options) {
  if (options.workers == 0) throw std::invalid_argument("a pipeline needs a worker");
  Pipeline pipeline(options.window);  // refuses a window of 0
  {
    std::vector<std::jthread> threads;
    pipeline.guarded([&] {  // a thread that cannot be started must not leave the others waiting
      threads.emplace_back([&] { pipeline.read(source); });
      for (unsigned i = 0; i < options.workers; ++i) threads.emplace_back([&] { pipeline.work(transform); });
    });
    pipeline.write(sink);
  }  // A jthread joins as it goes.
  pipeline.rethrow_if_any();
}
