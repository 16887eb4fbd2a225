#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "explorer/predict/recording.h"

/// Recordings of programs whose time on P cores is known from a formula; for tests.
namespace lockstep::predict {

/// Makes a recording by hand: thread 0 is there from the start.
class Sketch {
 public:
  Sketch() : recording_{.threads = {{.events = {Event{}}}}, .locks = {}} {}

  /// A thread made by `parent`, after the work that it does before.
  std::uint32_t fork(std::uint32_t parent, Nanoseconds work = 0) {
    const EventId made = add(parent, {.work = work});
    recording_.threads.push_back({.events = {Event{.after = made, .at = recording_.at(made).at}}});
    return static_cast<std::uint32_t>(recording_.threads.size() - 1);
  }
  void join(std::uint32_t thread, std::uint32_t ended) { add(thread, {.after = last(ended)}); }

  EventId step(std::uint32_t thread, Nanoseconds work) { return add(thread, {.work = work}); }
  void wait(std::uint32_t thread, EventId event) { add(thread, {.after = event}); }

  std::uint32_t new_lock(std::string name) {
    recording_.locks.push_back({std::move(name)});
    return static_cast<std::uint32_t>(recording_.locks.size() - 1);
  }
  void lock(std::uint32_t thread, std::uint32_t lock, Event::Kind kind = Event::Kind::kLock) {
    add(thread, {.kind = kind, .lock = lock});
  }
  void unlock(std::uint32_t thread, std::uint32_t lock, Nanoseconds work) {
    add(thread, {.work = work, .kind = Event::Kind::kUnlock, .lock = lock});
  }

  EventId add(std::uint32_t thread, Event event) {
    auto& events = recording_.threads[thread].events;
    event.at = events.back().at + event.work + event.idle;
    events.push_back(event);
    return last(thread);
  }
  [[nodiscard]] EventId last(std::uint32_t thread) const {
    return {thread, static_cast<std::uint32_t>(recording_.threads[thread].events.size() - 1)};
  }
  [[nodiscard]] const Recording& recording() const { return recording_; }

 private:
  Recording recording_;
};

/// A serial part; then `threads` threads, each with so many steps of equal work.
inline Recording fork_join(unsigned threads, unsigned steps, Nanoseconds step, Nanoseconds serial = 0) {
  Sketch sketch;
  sketch.step(0, serial);
  std::vector<std::uint32_t> children;
  for (unsigned i = 0; i < threads; ++i) children.push_back(sketch.fork(0));
  for (unsigned k = 0; k < steps; ++k) {
    for (const std::uint32_t child : children) sketch.step(child, step);
  }
  for (const std::uint32_t child : children) sketch.join(0, child);
  return sketch.recording();
}

/// A thread for each stage; each item needs `step` in each stage, one stage after the other.
inline Recording pipeline(unsigned stages, unsigned items, Nanoseconds step) {
  Sketch sketch;
  std::vector<std::uint32_t> threads;
  for (unsigned i = 0; i < stages; ++i) threads.push_back(sketch.fork(0));
  for (unsigned item = 0; item < items; ++item) {
    EventId before{};
    for (unsigned stage = 0; stage < stages; ++stage) {
      if (stage > 0) sketch.wait(threads[stage], before);
      before = sketch.step(threads[stage], step);
    }
  }
  for (const std::uint32_t thread : threads) sketch.join(0, thread);
  return sketch.recording();
}

/// `threads` threads, each with so many rounds of work outside a lock that all share, and then inside.
inline Recording lock_rounds(unsigned threads, unsigned rounds, Nanoseconds outside, Nanoseconds inside) {
  Sketch sketch;
  const std::uint32_t lock = sketch.new_lock("results_mutex");
  std::vector<std::uint32_t> children;
  for (unsigned i = 0; i < threads; ++i) children.push_back(sketch.fork(0));
  for (const std::uint32_t child : children) {
    for (unsigned round = 0; round < rounds; ++round) {
      sketch.step(child, outside);
      sketch.lock(child, lock);
      sketch.unlock(child, lock, inside);
    }
  }
  for (const std::uint32_t child : children) sketch.join(0, child);
  return sketch.recording();
}

}  // namespace lockstep::predict
