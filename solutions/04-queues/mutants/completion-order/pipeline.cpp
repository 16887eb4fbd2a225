#include "pipeline.h"

#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <utility>
#include <vector>

#include "bounded_queue.h"

namespace {

struct Numbered {
  std::size_t number = 0;
  Item item = 0;
};

}  // namespace

void run_pipeline(const Source& source, const Transform& transform, const Sink& sink, const PipelineOptions& options) {
  if (options.workers == 0) throw std::invalid_argument("no workers");
  BoundedQueue<Numbered> jobs(options.window);
  BoundedQueue<Numbered> done(options.window);
  std::mutex mutex;
  std::exception_ptr first;  // guarded by mutex

  const auto fail = [&] {
    {
      const std::scoped_lock lock(mutex);
      if (!first) first = std::current_exception();
    }
    jobs.close();
    done.close();
  };
  const auto read = [&] {
    try {
      for (std::size_t number = 0;; ++number) {
        const auto item = source();
        if (!item) break;
        if (!jobs.push({number, *item})) return;
      }
      jobs.close();
    } catch (...) {
      fail();
    }
  };
  std::atomic<unsigned> working = options.workers;
  const auto work = [&] {
    try {
      while (const auto job = jobs.pop()) {
        if (!done.push({job->number, transform(job->item)})) return;
      }
      if (--working == 0) done.close();  // the last one out turns off the light
    } catch (...) {
      fail();
    }
  };
  const auto write = [&] {
    try {
      while (const auto result = done.pop()) sink(result->item);
    } catch (...) {
      fail();
    }
  };
  {
    std::vector<std::jthread> threads;
    threads.emplace_back(read);
    for (unsigned i = 0; i < options.workers; ++i) threads.emplace_back(work);
    write();
  }
  if (first) std::rethrow_exception(first);
}
