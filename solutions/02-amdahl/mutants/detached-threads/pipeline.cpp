#include "pipeline.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <future>
#include <span>
#include <stdexcept>
#include <thread>
#include <utility>

namespace {

void require_positive(std::size_t value, const char* name) {
  if (value == 0) throw std::invalid_argument(std::string(name) + " must be 1 at least");
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
  std::vector<std::promise<Counts>> promises(std::min<std::size_t>(workers, pieces.size()));
  for (std::promise<Counts>& promise : promises) {
    std::thread([&] {
      try {
        Counts mine;
        for (std::size_t i = next++; i < pieces.size(); i = next++) {
          stages.aggregate(stages.transform(pieces[i]), mine);
        }
        promise.set_value(std::move(mine));
      } catch (...) {
        promise.set_exception(std::current_exception());
      }
    }).detach();
  }
  Counts total;
  for (std::promise<Counts>& promise : promises) stages.merge(promise.get_future().get(), total);
  return stages.write(total);
}
