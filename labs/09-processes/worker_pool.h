#pragma once

#include "bytes.h"
#include "failures.h"

// Part 4: a pool of worker processes. Read README.md first.

/// Processes that do a piece of work again and again, each fed through a pipe.
///
/// A worker runs in a copy of this process as it was when the pool was made: it sees all that was there, variables and
/// open descriptors, and what either side changes later the other one does not see. But no worker has the pool's ends
/// of a pipe, its own or another worker's.
class WorkerPool {
 public:
  /// Starts the workers. To be called while the program has one thread.
  /// \param workers  > 0
  /// \param work     what each worker does with each task; it may keep something from one task to the next
  /// \throw std::invalid_argument when workers is 0
  /// \throw std::system_error when the system has no process or descriptor left. Workers that had begun have ended
  ///        then.
  WorkerPool(unsigned workers, const Work& work);
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;
  /// Ends the workers, by a message that is no task, and waits for their ends: no zombie is left, and no descriptor. It
  /// does so also while another process, that was forked meanwhile, has copies of the pool's descriptors. When this
  /// process ends without it, as by a crash, each worker ends as soon as it has done its task.
  ~WorkerPool();  // NOLINT(performance-trivially-destructible): yours has something to end

  [[nodiscard]] unsigned size() const noexcept;

  /// Has a worker do the work with an input, and waits for the result. Several threads may call at the same time, each
  /// for another worker: the workers then work at the same time.
  /// \param worker  < size()
  /// \param input   shorter than kMostBytes, as is the result
  /// \throw TaskFailed when the work has thrown, with the text of a std::exception, otherwise with "unknown exception".
  ///        The worker goes on.
  /// \throw WorkerLost when the worker ends without a whole answer, with its end; and from then on at once, for each
  ///        call of this worker
  Bytes call(unsigned worker, const Bytes& input);
};
