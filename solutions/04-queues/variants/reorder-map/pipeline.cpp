#include "pipeline.h"

#include <atomic>
#include <cstddef>
#include <exception>
#include <map>
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

// NOLINTNEXTLINE(readability-function-size): a learner who writes the pipeline in one function is right, too.
void run_pipeline(const Source& source, const Transform& transform, const Sink& sink, const PipelineOptions& options) {
  if (options.workers == 0) throw std::invalid_argument("no workers");
  BoundedQueue<char> window(options.window);  // something for each item between source and sink
  BoundedQueue<Numbered> jobs(options.window);
  BoundedQueue<Numbered> done(options.window);
  std::mutex mutex;
  std::exception_ptr first;  // guarded by mutex

  const auto fail = [&] {
    {
      const std::scoped_lock lock(mutex);
      if (!first) first = std::current_exception();
    }
    window.close();
    jobs.close();
    done.close();
  };
  const auto read = [&] {
    try {
      for (std::size_t number = 0;; ++number) {
        const auto item = source();
        if (!item) break;
        if (!window.push(0) || !jobs.push({number, *item})) return;
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
      std::map<std::size_t, Item> early;
      std::size_t next = 0;
      while (const auto result = done.pop()) {
        early.emplace(result->number, result->item);
        while (!early.empty() && early.begin()->first == next) {
          const Item item = early.begin()->second;
          early.erase(early.begin());
          (void)window.pop();
          sink(item);
          ++next;
        }
      }
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
