#include "pipeline.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <span>
#include <stdexcept>
#include <thread>
#include <utility>

namespace {

void require_positive(std::size_t value, const char* name) {
  if (value == 0) throw std::invalid_argument(std::string(name) + " must be 1 at least");
}

/// The pieces, each for one worker only, until there are none left or a worker gave up.
class Work {
 public:
  explicit Work(std::span<const std::string_view> pieces) : pieces_(pieces) {}

  /// \return a piece that nobody else gets, or nullptr
  const std::string_view* take() {
    // Relaxed: only the index itself is shared here. What the workers count is published by the end of their threads.
    const std::size_t index = next_.fetch_add(1, std::memory_order_relaxed);
    return index < pieces_.size() ? &pieces_[index] : nullptr;
  }

  /// Keeps the exception under way if it is the first one. Call it in a catch block. Nobody gets a piece from now on.
  void give_up() {
    const std::scoped_lock lock(mutex_);
    if (!first_) first_ = std::current_exception();
    next_.store(pieces_.size(), std::memory_order_relaxed);
  }

  /// Call it when all workers have ended.
  void rethrow_if_any() const {
    if (first_) std::rethrow_exception(first_);
  }

 private:
  const std::span<const std::string_view> pieces_;
  std::atomic<std::size_t> next_{0};
  std::mutex mutex_;
  std::exception_ptr first_;  // guarded by mutex_ while workers run
};

}  // namespace

std::vector<std::string_view> split(std::string_view text, std::size_t piece_bytes) {
  require_positive(piece_bytes, "piece_bytes");
  std::vector<std::string_view> pieces;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool ends_word = kWhiteSpace.find(text[i]) != std::string_view::npos;
    if ((ends_word && i + 1 - begin >= piece_bytes) || i + 1 == text.size()) {
      pieces.push_back(text.substr(begin, i + 1 - begin));
      begin = i + 1;
    }
  }
  return pieces;
}

std::string run_parallel(const Stages& stages, unsigned workers, std::size_t piece_bytes) {
  require_positive(workers, "workers");
  require_positive(piece_bytes, "piece_bytes");
  const std::string text = stages.read();
  const std::vector<std::string_view> pieces = split(text, piece_bytes);
  Work work(pieces);
  std::vector<Counts> counted(std::min<std::size_t>(workers, pieces.size()));
  {
    std::vector<std::jthread> threads;
    threads.reserve(counted.size());
    for (Counts& mine : counted) {
      threads.emplace_back([&] {
        try {
          while (const std::string_view* piece = work.take()) stages.aggregate(stages.transform(*piece), mine);
        } catch (...) {
          work.give_up();
        }
      });
    }
  }  // A jthread joins as it goes: from here on, all that the workers counted can be read.
  work.rethrow_if_any();

  Counts total;
  for (const Counts& part : counted) stages.merge(part, total);
  return stages.write(total);
}
