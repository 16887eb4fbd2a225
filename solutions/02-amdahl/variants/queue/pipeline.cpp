#include "pipeline.h"

#include <algorithm>
#include <exception>
#include <mutex>
#include <optional>
#include <queue>
#include <stdexcept>
#include <thread>
#include <utility>

namespace {

void require_positive(std::size_t value, const char* name) {
  if (value == 0) throw std::invalid_argument(std::string(name) + " must be 1 at least");
}

/// The pieces that nobody has taken.
class Waiting {
 public:
  explicit Waiting(const std::vector<std::string_view>& pieces) {
    for (const std::string_view piece : pieces) pieces_.push(piece);
  }

  std::optional<std::string_view> take() {
    const std::scoped_lock lock(mutex_);
    if (pieces_.empty()) return std::nullopt;
    const std::string_view piece = pieces_.front();
    pieces_.pop();
    return piece;
  }

 private:
  std::mutex mutex_;
  std::queue<std::string_view> pieces_;  // guarded by mutex_
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
  Waiting waiting(pieces);
  std::mutex mutex;
  Counts total;                                // guarded by mutex
  std::vector<std::exception_ptr> exceptions;  // guarded by mutex
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < std::min<std::size_t>(workers, pieces.size()); ++i) {
    threads.emplace_back([&] {
      try {
        Counts mine;
        while (const auto piece = waiting.take()) stages.aggregate(stages.transform(*piece), mine);
        const std::scoped_lock lock(mutex);
        stages.merge(mine, total);
      } catch (...) {
        const std::scoped_lock lock(mutex);
        exceptions.push_back(std::current_exception());
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  if (!exceptions.empty()) std::rethrow_exception(exceptions.front());
  return stages.write(total);
}
