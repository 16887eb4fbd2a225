#include "explorer/explore/reduction.h"

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

#include "explorer/strategy/exhaustive.h"
#include "explorer/strategy/plain_but.h"
#include "explorer/strategy/replay.h"
#include "explorer/strategy/watched.h"

namespace lockstep::explorer {
namespace {

/// For long schedules, such as a livelock's: about as many steps as fibres make in a tenth of a second.
constexpr std::uint64_t kMostSteps = 1'000'000;

/// So many preemptions are sought in the place of a spurious event.
constexpr std::uint64_t kInPlace = 2;

constexpr std::uint64_t kAnyNumber = std::numeric_limits<std::uint64_t>::max();

class Reducer {
 public:
  Reducer(const Trial& trial, std::uint64_t most_runs) : trial_(trial), most_runs_(most_runs) {}

  std::optional<Reduced> run(const Schedule& found) {
    if (!begin_with(found)) return std::nullopt;
    const ScheduleSize from = best_.size;
    leave_out();
    search_from_below(best_.size.spurious_events, 0);
    for (std::uint64_t fewer = 0; fewer < best_.size.spurious_events; ++fewer) search_from_below(fewer, kInPlace);
    if (!is_proven(best_.schedule)) return std::nullopt;
    return Reduced{.schedule = best_.schedule, .reduction = {.runs = runs_, .from = from, .to = best_.size}};
  }

 private:
  struct Best {
    ScheduleSize size;
    std::vector<Deviation> deviations;
    Schedule schedule;
  };

  /// Runs what was begun. \return whether it ends in the finding
  bool runs_into_it(WatchedStrategy& watched) {
    const bool same = trial_(watched);
    ++runs_;
    steps_ += watched.size().steps;
    return same;
  }

  bool begin_with(const Schedule& found) {
    ReplayStrategy replay(found);
    WatchedStrategy watched(replay, kAnyNumber);
    if (!watched.begin() || !runs_into_it(watched)) return false;
    take(watched);
    return true;
  }

  void take(const WatchedStrategy& watched) {
    best_ = {.size = watched.size(), .deviations = watched.deviations(), .schedule = watched.schedule()};
  }

  /// Of two of the same size, the one with fewer choices that do not follow by themselves is simpler.
  [[nodiscard]] bool is_smaller(const WatchedStrategy& watched) const {
    if (watched.size() != best_.size) return watched.size() < best_.size;
    return watched.deviations().size() < best_.deviations.size();
  }

  bool try_out(WatchedStrategy& watched) {
    if (!runs_into_it(watched) || !is_smaller(watched)) return false;
    take(watched);
    return true;
  }

  /// Nothing is simpler than the plain schedule.
  [[nodiscard]] bool is_over() const { return runs_ >= most_runs_ || steps_ >= kMostSteps || best_.deviations.empty(); }

  bool try_without(std::size_t first, std::size_t count) {
    std::vector<Deviation> fewer = best_.deviations;
    const auto begin = fewer.begin() + static_cast<std::ptrdiff_t>(first);
    fewer.erase(begin, begin + static_cast<std::ptrdiff_t>(std::min(count, fewer.size() - first)));
    PlainButStrategy strategy(fewer);
    WatchedStrategy watched(strategy, best_.size.spurious_events);
    return watched.begin() && try_out(watched);
  }

  void leave_out() {
    for (std::size_t count = best_.deviations.size(); count > 0;) {
      bool got_smaller = false;
      for (std::size_t first = 0; first < best_.deviations.size();) {
        if (is_over()) return;
        if (try_without(first, count)) {
          got_smaller = true;
        } else {
          first += std::max<std::size_t>(1, count / 2);  // overlapping, for what only goes together
        }
      }
      count = got_smaller ? std::min(count, best_.deviations.size()) : count / 2;
    }
  }

  /// \param at_least  as far as to so many preemptions, and otherwise to as many as the smallest has
  void search_from_below(std::uint64_t spurious_events, std::uint64_t at_least) {
    bool more = true;
    for (std::uint64_t preemptions = 0; more && preemptions <= std::max(best_.size.preemptions, at_least);
         ++preemptions) {
      ExhaustiveStrategy all(static_cast<int>(preemptions));
      WatchedStrategy watched(all, spurious_events);
      while (!is_over() && watched.begin()) try_out(watched);
      more = all.cut() && !is_over();
    }
  }

  [[nodiscard]] bool is_proven(const Schedule& schedule) {
    ReplayStrategy replay(schedule);
    return replay.begin() && trial_(replay) && replay.fitted(false);
  }

  const Trial& trial_;
  std::uint64_t most_runs_;
  Best best_;
  std::uint64_t runs_ = 0;
  std::uint64_t steps_ = 0;
};

}  // namespace

std::optional<Reduced> reduced(const Schedule& found, const Trial& trial, std::uint64_t most_runs) {
  return Reducer(trial, most_runs).run(found);
}

}  // namespace lockstep::explorer
