#pragma once

#include <optional>
#include <vector>

#include "bytes.h"
#include "descriptor.h"
#include "failures.h"
#include "process.h"

// Part 4: a pool of worker processes. Read README.md first.

/// Processes that do a piece of work again and again, each fed through a pipe.
class WorkerPool {
 public:
  WorkerPool(unsigned workers, const Work& work);
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;
  ~WorkerPool();

  [[nodiscard]] unsigned size() const noexcept { return static_cast<unsigned>(workers_.size()); }
  Bytes call(unsigned worker, const Bytes& input);

 private:
  /// The pipes are destroyed before the process is waited for.
  struct Worker {
    Process process;
    Descriptor tasks;
    Descriptor answers;
    std::optional<End> lost{};

    void close() noexcept;
  };

  void start(const Work& work);

  std::vector<Worker> workers_;
};
