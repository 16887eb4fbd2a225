#include "pipeline.h"

#include <exception>
#include <future>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <utility>
#include <vector>

#include "bounded_queue.h"

void run_pipeline(const Source& source, const Transform& transform, const Sink& sink, const PipelineOptions& options) {
  if (options.workers == 0) throw std::invalid_argument("no workers");
  BoundedQueue<std::future<Item>> results(options.window);
  std::exception_ptr source_error;
  {
    std::jthread reader([&] {
      try {
        while (const auto item = source()) {
          if (!results.push(std::async(std::launch::async, transform, *item))) return;
        }
      } catch (...) {
        source_error = std::current_exception();
      }
      results.close();
    });
    try {
      while (auto result = results.pop()) sink(result->get());
    } catch (...) {
      results.close();
      throw;
    }
  }
  if (source_error) std::rethrow_exception(source_error);
}
