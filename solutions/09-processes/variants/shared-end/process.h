#pragma once

#include <sys/types.h>

#include <functional>
#include <memory>

#include "end.h"

class Process {
 public:
  static constexpr int kThrew = 70;

  explicit Process(const std::function<int()>& body);
  Process(Process&& other) noexcept;
  Process& operator=(Process&& other) noexcept;
  ~Process();

  [[nodiscard]] pid_t id() const noexcept;
  End wait();

 private:
  struct Running;
  std::unique_ptr<Running> running_;
};
