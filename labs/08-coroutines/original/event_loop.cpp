#include "event_loop.h"

// Part 3: an event loop, and part 5: cancellation. Read README.md first.

Sleep::Sleep(EventLoop& /*loop*/, TimePoint /*time*/, std::stop_token /*stop*/) {
  throw std::logic_error("Sleep is not written yet: see part 3 of README.md");
}

bool Sleep::await_suspend(std::coroutine_handle<> /*sleeper*/) {
  throw std::logic_error("Sleep::await_suspend is not written yet: see part 3 of README.md");
}

void Sleep::await_resume() {
  throw std::logic_error("Sleep::await_resume is not written yet: see part 3 of README.md");
}

ResumeOnLoop::ResumeOnLoop(EventLoop& /*loop*/) {
  throw std::logic_error("ResumeOnLoop is not written yet: see part 3 of README.md");
}

void ResumeOnLoop::await_suspend(std::coroutine_handle<> /*coroutine*/) {
  throw std::logic_error("ResumeOnLoop::await_suspend is not written yet: see part 3 of README.md");
}

EventLoop::EventLoop(Clock& /*clock*/) {
  throw std::logic_error("EventLoop is not written yet: see part 3 of README.md");
}

void EventLoop::post(std::coroutine_handle<> /*coroutine*/) {
  throw std::logic_error("EventLoop::post is not written yet: see part 3 of README.md");
}

TimePoint EventLoop::now() const {
  throw std::logic_error("EventLoop::now is not written yet: see part 3 of README.md");
}

Sleep EventLoop::sleep_for(Duration /*duration*/, std::stop_token /*stop*/) {
  throw std::logic_error("EventLoop::sleep_for is not written yet: see part 3 of README.md");
}

Sleep EventLoop::sleep_until(TimePoint /*time*/, std::stop_token /*stop*/) {
  throw std::logic_error("EventLoop::sleep_until is not written yet: see part 3 of README.md");
}

ResumeOnLoop resume_on(EventLoop& /*loop*/) {
  throw std::logic_error("resume_on is not written yet: see part 3 of README.md");
}
