#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <vector>

#include "bytes.h"
#include "descriptor.h"
#include "failures.h"
#include "process.h"

class WorkerPool {
 public:
  WorkerPool(unsigned workers, const Work& work);
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;
  ~WorkerPool();

  [[nodiscard]] unsigned size() const noexcept { return static_cast<unsigned>(lines_.size()); }
  Bytes call(unsigned worker, const Bytes& input);

 private:
  /// Both pipes of a worker.
  struct Line {
    Pipe tasks = make_pipe();
    Pipe answers = make_pipe();
  };

  int serve(std::size_t mine, const Work& work);
  WorkerLost lose(unsigned worker);

  std::deque<Process> processes_;  // destroyed behind the pipes, which end the workers
  std::vector<Line> lines_;
};
