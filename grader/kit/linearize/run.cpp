#include "linearize/run.h"

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <thread>
#include <vector>

#include "linearize/fault.h"

namespace lockstep::linearize {
namespace {

/// In the explorer it passes when no thread can go on.
constexpr std::chrono::hours kAllStandStill{1};

/// The operations from `begin` to before `end`.
constexpr OperationSet range(std::size_t begin, std::size_t end) { return (only(end) - 1) & ~(only(begin) - 1); }

class Run {
 public:
  Run(const Interface& interface, const Layout& layout, Record& record)
      : interface_(interface), layout_(layout), done_(layout.threads()), record_(record) {
    record_.used = layout.entries().size();
    for (std::size_t i = 0; i < record_.used; ++i) record_.slots.at(i).how = Record::Slot::How::kNotCalled;
  }

  void begin() {
    subject_ = interface_.make();
    call_all(Layout::Part::kBefore);
  }

  void run_threads(Waiting waiting) {
    const std::size_t own = waiting == Waiting::kNever ? 1 : 0;  // this thread is the first one, or watches the others
    std::vector<std::thread> others;  // without a stop state, whose steps would be explored, too
    others.reserve(layout_.threads());
    for (std::size_t i = own; i < layout_.threads(); ++i) others.emplace_back([this, i] { run_thread(i); });
    if (own > 0) {
      run_thread(0);
    } else {
      std::this_thread::sleep_for(kAllStandStill);
      release();
    }
    for (std::thread& other : others) other.join();
  }

  void end() { call_all(Layout::Part::kClosing); }

 private:
  void run_thread(std::size_t thread) {
    for (std::size_t i = layout_.begin_of_thread(thread); i < layout_.end_of_thread(thread); ++i) {
      call(i, returned_before(thread, i), 0);
      done_[thread].store(i + 1 - layout_.begin_of_thread(thread), std::memory_order_relaxed);
    }
  }

  [[nodiscard]] OperationSet returned_before(std::size_t thread, std::size_t operation) const {
    OperationSet before = layout_.of(Layout::Part::kBefore) | range(layout_.begin_of_thread(thread), operation);
    for (std::size_t i = 0; i < layout_.threads(); ++i) {
      if (i != thread) before |= returned(i);
    }
    return before;
  }

  [[nodiscard]] OperationSet returned(std::size_t thread) const {
    const std::size_t begin = layout_.begin_of_thread(thread);
    return range(begin, begin + done_[thread].load(std::memory_order_relaxed));
  }

  /// Lets the threads that stand still go on.
  void release() {
    OperationSet before = layout_.of(Layout::Part::kBefore);
    OperationSet waiting = 0;
    for (std::size_t i = 0; i < layout_.threads(); ++i) {
      before |= returned(i);
      const std::size_t current = layout_.begin_of_thread(i) + done_[i].load(std::memory_order_relaxed);
      if (current < layout_.end_of_thread(i)) waiting |= only(current);
    }
    if (waiting == 0) return;
    for (std::size_t i = 0; i < record_.used; ++i) {
      if (contains(layout_.of(Layout::Part::kRelease), i)) call(i, before, waiting);
    }
  }

  void call_all(Layout::Part part) {
    OperationSet left = layout_.of(part);
    for (std::size_t i = 0; left != 0; ++i) {
      if (!contains(left, i)) continue;
      call(i, only(i) - 1, 0);
      left &= ~only(i);
    }
  }

  void call(std::size_t operation, OperationSet before, OperationSet waiting) {
    const Layout::Entry& entry = layout_.entries()[operation];
    Record::Slot& slot = record_.slots.at(operation);
    slot.before = before;
    slot.waiting = waiting;
    slot.how = Record::Slot::How::kCalled;
    slot.set(entry.operation->run(subject_.get(), entry.argument));
  }

  const Interface& interface_;
  const Layout& layout_;
  Subject subject_{nullptr, [](void*) {}};
  std::vector<std::atomic<std::size_t>> done_;  // operations of each thread that have returned
  Record& record_;
};

}  // namespace

void run(const Interface& interface, const Scenario& scenario, const Layout& layout, Waiting waiting, Record& record) {
  arm_fault(0);  // a run that was given up may have left it armed
  forget_counted();
  {
    Run run(interface, layout, record);
    run.begin();
    arm_fault(static_cast<std::int64_t>(scenario.fault));
    run.run_threads(waiting);
    record.fault_thrown = fault_thrown();
    arm_fault(0);
    run.end();
  }
  record.left_alive = counted();
}

}  // namespace lockstep::linearize
