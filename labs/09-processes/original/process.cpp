#include "process.h"

#include <stdexcept>

Process::Process(const std::function<int()>& /*body*/) {
  throw std::logic_error("Process is not written yet: see part 1 of README.md");
}

Process::Process(Process&& /*other*/) noexcept {}

Process& Process::operator=(Process&& /*other*/) noexcept { return *this; }

Process::~Process() = default;

pid_t Process::id() const noexcept { return -1; }

End Process::wait() { throw std::logic_error("Process::wait is not written yet: see part 1 of README.md"); }
