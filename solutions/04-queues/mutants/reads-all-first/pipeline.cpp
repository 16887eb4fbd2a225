#include "pipeline.h"

#include <atomic>
#include <exception>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <thread>
#include <utility>
#include <vector>

void run_pipeline(const Source& source, const Transform& transform, const Sink& sink, const PipelineOptions& options) {
  if (options.workers == 0) throw std::invalid_argument("no workers");
  if (options.window == 0) throw std::invalid_argument("no window");
  std::vector<Item> items;
  while (const auto item = source()) items.push_back(*item);
  std::vector<std::optional<Item>> results(items.size());
  std::atomic<std::size_t> next = 0;
  std::mutex mutex;
  std::exception_ptr first;  // guarded by mutex
  {
    std::vector<std::jthread> threads;
    for (unsigned w = 0; w < options.workers; ++w) {
      threads.emplace_back([&] {
        try {
          for (std::size_t i = next++; i < items.size(); i = next++) results[i] = transform(items[i]);
        } catch (...) {
          const std::scoped_lock lock(mutex);
          if (!first) first = std::current_exception();
          next = items.size();
        }
      });
    }
  }
  if (first) std::rethrow_exception(first);
  for (const auto& result : results) sink(*result);
}
