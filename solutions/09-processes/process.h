#pragma once

#include <sys/types.h>

#include <functional>
#include <optional>

#include "end.h"

// Part 1: a process. Read README.md first.

/// Another process, which this one has started and waits for.
///
/// One that was moved from may be destroyed or assigned to, and nothing else. Several threads may not use one Process
/// at the same time.
class Process {
 public:
  /// The exit code of a process whose body has thrown.
  static constexpr int kThrew = 70;

  /// Starts a copy of this process that runs the body, and ends with what it gives as its exit code. No other line of
  /// the program runs there: no destructor of what was made before, no handler of the program's end; and what was
  /// printed before, and still lies in a buffer, is not written a second time. To be called while the program has one
  /// thread.
  /// \throw std::system_error when the system starts no more processes
  explicit Process(const std::function<int()>& body);
  Process(Process&& other) noexcept;
  /// Waits for the process that it had before.
  Process& operator=(Process&& other) noexcept;
  /// Waits until the process has ended: it leaves no zombie.
  ~Process();

  [[nodiscard]] pid_t id() const noexcept { return id_; }

  /// Waits until the process has ended. A signal whose handler runs meanwhile changes nothing. May be called again, and
  /// gives the same.
  End wait();

 private:
  void reap() noexcept;

  pid_t id_ = -1;
  std::optional<End> end_;
};
