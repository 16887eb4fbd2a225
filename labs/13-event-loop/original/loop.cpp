#include "loop.h"

// Part 2: the loop. Read README.md first.

void Wait::await_suspend(std::coroutine_handle<> /*waiting*/) {
  throw std::logic_error("Wait::await_suspend is not written yet: see part 2 of README.md");
}

Wake Wait::await_resume() const {
  throw std::logic_error("Wait::await_resume is not written yet: see part 2 of README.md");
}

Loop::Loop(Network& /*network*/) { throw std::logic_error("Loop is not written yet: see part 2 of README.md"); }

void Loop::spawn(Task<> /*task*/) { throw std::logic_error("Loop::spawn is not written yet: see part 2 of README.md"); }

// NOLINTNEXTLINE(performance-unnecessary-value-param): you will move from it
void Loop::post(std::function<void()> /*call*/) {
  throw std::logic_error("Loop::post is not written yet: see part 2 of README.md");
}

Network& Loop::network() const { throw std::logic_error("Loop::network is not written yet: see part 2 of README.md"); }

TimePoint Loop::now() const { throw std::logic_error("Loop::now is not written yet: see part 2 of README.md"); }

Wait Loop::readable(int /*connection*/, TimePoint /*deadline*/) {
  throw std::logic_error("Loop::readable is not written yet: see part 2 of README.md");
}

Wait Loop::writable(int /*connection*/, TimePoint /*deadline*/) {
  throw std::logic_error("Loop::writable is not written yet: see part 2 of README.md");
}

void Loop::cancel(int /*connection*/, Direction /*direction*/) {
  throw std::logic_error("Loop::cancel is not written yet: see part 2 of README.md");
}

Wait Loop::sleep_until(TimePoint /*time*/) {
  throw std::logic_error("Loop::sleep_until is not written yet: see part 2 of README.md");
}

Wait Loop::sleep_for(Duration /*duration*/) {
  throw std::logic_error("Loop::sleep_for is not written yet: see part 2 of README.md");
}

Wait Loop::yield() { throw std::logic_error("Loop::yield is not written yet: see part 2 of README.md"); }
