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

/// Keeps the first exception that any worker throws.
class FirstException {
 public:
  /// Call it in a catch block.
  void keep_current() {
    const std::scoped_lock lock(mutex_);
    if (!first_) first_ = std::current_exception();
  }

  /// Call it when all workers have ended.
  void rethrow_if_any() const {
    if (first_) std::rethrow_exception(first_);
  }

 private:
  std::mutex mutex_;
  std::exception_ptr first_;  // guarded by mutex_ while workers run
};

}  // namespace

std::vector<std::string_view> split(std::string_view text, std::size_t piece_bytes) {
  require_positive(piece_bytes, "piece_bytes");
  std::vector<std::string_view> pieces;
  while (!text.empty()) {
    // npos + 1 would be 0: without white space the rest is one piece.
    const std::size_t last = std::min(text.find_first_of(kWhiteSpace, piece_bytes - 1), text.size() - 1);
    pieces.push_back(text.substr(0, last + 1));
    text.remove_prefix(last + 1);
  }
  return pieces;
}

std::string run_parallel(const Stages& stages, unsigned workers, std::size_t piece_bytes) {
  require_positive(workers, "workers");
  require_positive(piece_bytes, "piece_bytes");
  const std::string text = stages.read();
  const std::vector<std::string_view> pieces = split(text, piece_bytes);
  FirstException exception;
  std::atomic<bool> started{false};
  std::vector<Counts> counted(std::min<std::size_t>(workers, pieces.size()));
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < counted.size(); ++i) {
      threads.emplace_back([&, i] {
        try {
          // The first one to come takes what there is.
          if (started.exchange(true)) return;
          for (const std::string_view piece : pieces) stages.aggregate(stages.transform(piece), counted[i]);
        } catch (...) {
          exception.keep_current();
        }
      });
    }
  }
  exception.rethrow_if_any();

  Counts total;
  for (const Counts& part : counted) stages.merge(part, total);
  return stages.write(total);
}
