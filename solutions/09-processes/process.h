#pragma once

#include <sys/types.h>

#include <functional>
#include <optional>

#include "end.h"

// Part 1: a process. Read README.md first.

/// Another process, which this one has started and waits for.
class Process {
 public:
  /// The exit code of a process whose body has thrown.
  static constexpr int kThrew = 70;

  explicit Process(const std::function<int()>& body);
  Process(Process&& other) noexcept;
  Process& operator=(Process&& other) noexcept;
  ~Process();

  [[nodiscard]] pid_t id() const noexcept { return id_; }
  End wait();

 private:
  void reap() noexcept;

  pid_t id_ = -1;
  std::optional<End> end_;
};
