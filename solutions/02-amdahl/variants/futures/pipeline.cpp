#include "pipeline.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <stdexcept>
#include <utility>

namespace {

void require_positive(std::size_t value, const char* name) {
  if (value == 0) throw std::invalid_argument(std::string(name) + " must be 1 at least");
}

/// Counts pieces until none are left.
Counts count_pieces(const Stages& stages, const std::vector<std::string_view>& pieces, std::atomic<std::size_t>& next) {
  Counts mine;
  for (std::size_t i = next++; i < pieces.size(); i = next++) stages.aggregate(stages.transform(pieces[i]), mine);
  return mine;
}

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
  std::atomic<std::size_t> next{0};
  std::vector<std::future<Counts>> futures;
  for (std::size_t i = 0; i < std::min<std::size_t>(workers, pieces.size()); ++i) {
    futures.push_back(
        std::async(std::launch::async, count_pieces, std::cref(stages), std::cref(pieces), std::ref(next)));
  }
  // The destructor of such a future waits, so an exception of `get` cannot leave a worker behind.
  Counts total;
  for (std::future<Counts>& future : futures) {
    const Counts part = future.get();
    if (total.empty()) {
      total = part;
    } else {
      stages.merge(part, total);
    }
  }
  return stages.write(total);
}
