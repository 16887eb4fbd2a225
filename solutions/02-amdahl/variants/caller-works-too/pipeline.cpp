#include "pipeline.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <utility>

std::vector<std::string_view> split(std::string_view text, std::size_t piece_bytes) {
  if (piece_bytes == 0) throw std::invalid_argument("piece_bytes is 0");
  std::vector<std::string_view> pieces;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool long_enough = i + 1 - begin >= piece_bytes;
    if ((long_enough && kWhiteSpace.find(text[i]) != std::string_view::npos) || i + 1 == text.size()) {
      pieces.push_back(text.substr(begin, i + 1 - begin));
      begin = i + 1;
    }
  }
  return pieces;
}

std::string run_parallel(const Stages& stages, unsigned workers, std::size_t piece_bytes) {
  if (workers == 0) throw std::invalid_argument("no workers");
  if (piece_bytes == 0) throw std::invalid_argument("piece_bytes is 0");
  const std::string text = stages.read();
  const std::vector<std::string_view> pieces = split(text, piece_bytes);
  std::atomic<std::size_t> next{0};
  std::mutex mutex;
  std::exception_ptr failure;    // guarded by mutex
  std::vector<Counts> finished;  // guarded by mutex

  const auto work = [&] {
    try {
      Counts mine;
      for (std::size_t i = next++; i < pieces.size(); i = next++) stages.aggregate(stages.transform(pieces[i]), mine);
      const std::scoped_lock lock(mutex);
      finished.push_back(std::move(mine));
    } catch (...) {
      next = pieces.size();
      const std::scoped_lock lock(mutex);
      if (!failure) failure = std::current_exception();
    }
  };
  {
    std::vector<std::jthread> others;
    for (std::size_t i = 1; i < std::min<std::size_t>(workers, pieces.size()); ++i) others.emplace_back(work);
    work();
  }
  if (failure) std::rethrow_exception(failure);

  Counts total;
  for (const Counts& part : finished) stages.merge(part, total);
  return stages.write(total);
}
