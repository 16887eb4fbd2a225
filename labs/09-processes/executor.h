#pragma once

#include <future>
#include <stdexcept>
#include <vector>

#include "bytes.h"
#include "failures.h"
#include "wire.h"

// Part 5: an executor. Read README.md first.

/// What does the work: threads of this process, or other processes.
enum class Kind { kThreads, kProcesses };

/// Does a piece of work with many inputs, several at the same time.
class Executor {
 public:
  /// \param kind     with kProcesses, to be called while the program has one thread: the workers are started before any
  ///                 thread is
  /// \param workers  how many inputs are worked on at the same time; > 0
  /// \param work     with kThreads, several threads call it at the same time
  /// \throw std::invalid_argument when workers is 0
  Executor(Kind kind, unsigned workers, Work work);
  Executor(const Executor&) = delete;
  Executor& operator=(const Executor&) = delete;
  /// Returns when all that was submitted is done, and no thread, process or descriptor of the executor is left.
  ~Executor();  // NOLINT(performance-trivially-destructible): yours has something to end

  /// Some worker will do the work with the input, in the order of the submissions. Any thread may call it, also several
  /// at the same time.
  /// \return a future of the result, which may outlive the executor. Whatever does the work, it throws TaskFailed when
  ///         the work has thrown, with the text of a std::exception, otherwise with "unknown exception". With
  ///         kProcesses inputs and results are shorter than kMostBytes, and it throws WorkerLost when the worker has
  ///         ended, at this input or before it: this input is lost, and no worker takes the place of the one that was
  ///         lost. The others go on; when none is left, each input is lost at once, with the end of one of them.
  std::future<Bytes> submit(Bytes input);
};

/// Submits all the inputs, and waits until each is done.
/// \return the results, in the order of the inputs
/// \throw what the first of them has thrown that has, in the order of the inputs; after all are done
template <Crosses R, Crosses T>
std::vector<R> do_all(Executor& /*executor*/, const std::vector<T>& /*inputs*/) {
  throw std::logic_error("do_all is not written yet: see part 5 of README.md");
}
