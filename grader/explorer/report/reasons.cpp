#include "explorer/report/reasons.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "explorer/finding/wording.h"

namespace lockstep::explorer {
namespace {

/// The steps of one finding, and what is said of them.
class Reasons {
 public:
  Reasons(std::span<const NumberedStep> shown, const RawFinding& finding)
      : shown_(shown), finding_(finding), why_(shown.size()) {}

  void of_race() {
    if (finding_.threads.size() != 2 || finding_.places.size() < 2) return;
    const auto one = last_before(shown_.size(), [&](const Step& step) { return is_access(step, 0); });
    const auto other = last_before(shown_.size(), [&](const Step& step) { return is_access(step, 1); });
    if (!one || !other || one == other) return;
    const std::size_t earlier = std::min(*one, *other);
    const std::size_t number = shown_[earlier].number;
    why_[std::max(*one, *other)] = "nothing orders this after " + describe(at(earlier).thread) + "'s " +
                                   std::string(name(at(earlier).operation.kind)) +
                                   (number == 0 ? " above" : " in step " + std::to_string(number));
  }

  /// \param objects  what the expectation reads
  void of_stale_read(const std::set<const void*>& objects) {
    for (std::size_t write = shown_.size(); write-- > 0;) {
      if (!writes(at(write)) || !objects.contains(at(write).operation.object)) continue;
      const auto read = own_read_before(write);
      if (!read) continue;
      const auto between = last_before(
          write, [&](const Step& step) { return step.operation.object == at(write).operation.object && writes(step); });
      if (!between || *between < *read || at(*between).thread == at(write).thread) continue;
      const std::string other = describe(at(*between).thread);
      why_[*read] = "reads it before " + other + " changes it" + in_step(*between, " in step ");
      why_[write] = overwrites(at(write)) ? "overwrites what " + other + " wrote" + in_step(*between, " in step ") +
                                                ", after this thread's read" + in_step(*read, " in step ")
                                          : other + " changed it" + in_step(*between, " in step ") +
                                                ", after this thread's read" + in_step(*read, " in step ");
      return;
    }
  }

  void of_dead_end() {
    for (std::size_t wait = 0; wait < shown_.size(); ++wait) {
      const Step& waiting = at(wait);
      if (!waiting.waits) continue;
      const auto holding = std::find_if(waiting.held_then.begin(), waiting.held_then.end(), [&](const Holding& held) {
        return held.lock == waiting.object && held.thread != waiting.thread;
      });
      if (holding == waiting.held_then.end()) continue;
      const auto taken = last_taking(*holding);
      if (!taken) continue;
      why_[*taken] = describe(holding->thread) + " holds " + holding->lock + " from here on, to the end";
      why_[wait] = describe(holding->thread) + " has held it" + in_step(*taken, " since step ");
    }
  }

  /// Of a condition variable: where no thread waits for an atomic, the library leaves out the notification's step.
  void of_lost_wakeup() {
    const auto waiting = last_before(shown_.size(), [&](const Step& step) {
      return step.waits && !finding_.places.empty() && step.operation.place == finding_.places.front();
    });
    if (!waiting) return;
    const Step& end = at(*waiting);
    const auto concerns = [&](const Step& step) { return step.operation.object == end.operation.object; };
    const auto wait = last_before(*waiting, [&](const Step& step) {
      return concerns(step) && step.thread == end.thread && step.operation.kind == OpKind::kWait;
    });
    if (!wait) return;
    const auto notified =
        last_before(*waiting, [&](const Step& step) { return concerns(step) && notifies(step.operation.kind); });
    if (!notified) {
      why_[*wait] = "no thread ever notifies it";
    } else if (*notified < *wait) {
      why_[*notified] = describe(end.thread) + " does not wait yet: it begins to" + in_step(*wait, " in step ");
      why_[*wait] = "the last notification came before this" + in_step(*notified, ", in step ");
    } else {
      why_[*notified] =
          "wakes another thread than " + describe(end.thread) + ", which has waited" + in_step(*wait, " since step ");
    }
  }

  void of_weak_memory() {
    for (std::size_t load = 0; load < shown_.size(); ++load) {
      if (!at(load).note.ends_with(kOlderValue)) continue;
      const auto store = last_before(
          load, [&](const Step& step) { return step.operation.object == at(load).operation.object && writes(step); });
      if (!store) continue;
      why_[load] = "may miss " + describe(at(*store).thread) + "'s store" + in_step(*store, " in step ") +
                   ", which does not happen before this load";
    }
  }

  /// What is left of them in a schedule that was made smaller is needed.
  void of_spurious_events() {
    for (std::size_t i = 0; i < shown_.size(); ++i) {
      if (!why_[i].empty()) continue;
      if (at(i).note == kSpuriousWakeUp) why_[i] = "no thread has notified it: a wait may end all the same";
      if (at(i).note.starts_with(kFailsSpuriously)) why_[i] = "nothing keeps it from succeeding";
    }
  }

  [[nodiscard]] std::vector<std::string> take() { return std::move(why_); }

  /// A compare_exchange that failed says so, and has only read.
  [[nodiscard]] static bool reads(const Step& step) {
    return only_reads(step.operation.kind) || (step.operation.kind == OpKind::kReadModifyWrite && !step.note.empty());
  }

 private:
  [[nodiscard]] static bool notifies(OpKind kind) { return kind == OpKind::kNotifyOne || kind == OpKind::kNotifyAll; }
  [[nodiscard]] static bool overwrites(const Step& step) {
    return step.operation.kind == OpKind::kStore || step.operation.kind == OpKind::kWrite;
  }
  [[nodiscard]] static bool writes(const Step& step) {
    return overwrites(step) || (step.operation.kind == OpKind::kReadModifyWrite && step.note.empty());
  }

  [[nodiscard]] const Step& at(std::size_t index) const { return *shown_[index].step; }

  [[nodiscard]] std::string in_step(std::size_t index, std::string_view words) const {
    const std::size_t number = shown_[index].number;
    return number == 0 ? "" : std::string(words) + std::to_string(number);
  }

  template <class Matches>
  [[nodiscard]] std::optional<std::size_t> last_before(std::size_t end, const Matches& matches) const {
    while (end-- > 0) {
      if (matches(at(end))) return end;
    }
    return std::nullopt;
  }

  [[nodiscard]] bool is_access(const Step& step, std::size_t side) const {
    return step.thread == finding_.threads[side] && step.operation.place == finding_.places[side];
  }

  /// The latest read, by the thread that writes, of what it writes, unless it has written there since.
  [[nodiscard]] std::optional<std::size_t> own_read_before(std::size_t write) const {
    const auto latest = last_before(write, [&](const Step& step) {
      return step.thread == at(write).thread && step.operation.object == at(write).operation.object &&
             (reads(step) || writes(step));
    });
    return latest && reads(at(*latest)) ? latest : std::nullopt;
  }

  [[nodiscard]] static bool is_held(const Step& step, const Holding& holding) {
    return std::any_of(step.held_then.begin(), step.held_then.end(),
                       [&](const Holding& held) { return held.thread == holding.thread && held.lock == holding.lock; });
  }

  /// The step with which the thread took the lock that it holds in the end.
  [[nodiscard]] std::optional<std::size_t> last_taking(const Holding& holding) const {
    for (std::size_t i = shown_.size(); i-- > 0;) {
      if (at(i).waits || at(i).access) continue;
      if (!is_held(at(i), holding)) return std::nullopt;
      const bool held_before = i > 0 && is_held(at(i - 1), holding);
      if (!held_before) return at(i).thread == holding.thread ? std::optional(i) : std::nullopt;
    }
    return std::nullopt;
  }

  std::span<const NumberedStep> shown_;
  const RawFinding& finding_;
  std::vector<std::string> why_;
};

}  // namespace

std::vector<std::string> reasons(std::span<const NumberedStep> shown, const RawFinding& finding,
                                 const std::function<bool(const Step&)>& is_expected) {
  Reasons all(shown, finding);
  if (finding.kind == FindingKind::kDataRace) all.of_race();
  if (finding.kind == FindingKind::kDeadlock || finding.kind == FindingKind::kThreadLeak) all.of_dead_end();
  if (finding.kind == FindingKind::kLostWakeup) all.of_lost_wakeup();
  if (finding.kind == FindingKind::kAssertion) {
    std::set<const void*> objects;
    for (const NumberedStep& shown_step : shown) {
      // A read that is no atomic's is a step only where its race is looked at.
      const Step& step = *shown_step.step;
      if (Reasons::reads(step) && (step.operation.kind == OpKind::kRead || is_expected(step)))
        objects.insert(step.operation.object);
    }
    all.of_stale_read(objects);
  }
  all.of_weak_memory();
  all.of_spurious_events();
  return all.take();
}

}  // namespace lockstep::explorer
