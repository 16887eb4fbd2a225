// What is done with threads that go round loops and wait for others.

#include "explorer/model/state.h"

namespace lockstep::explorer {
namespace {

constexpr std::uint32_t kMostRoundsInVain = 256;
constexpr std::uint32_t kMostRoundsByTime = 16;
constexpr std::uint32_t kManyLooks = 100;  ///< after so many at the same, a thread steps back without proof

}  // namespace

bool State::go_round_once_more() {
  if (rounds_in_vain_++ == kMostRoundsInVain) return false;
  const ThreadId thread = stutter_.let_one_go();
  if (thread < 0) return false;
  step_back(thread, alive_);
  return true;
}

bool State::look_at_the_time() {
  if (rounds_by_time_ == kMostRoundsByTime || !stutter_.let_one_go_by_time()) return false;
  ++rounds_by_time_;
  return true;
}

void State::looked_again(std::uint32_t times) {
  if (times == 0) return;
  ++self().failed_attempts;
  if (times == 1) stutter_.suspect();
  if (times < kManyLooks) return;
  step_back(current_, ready_);
  effects_.affect_all();
  // When all only wait for each other, the one thing that can still change is the time.
  const auto idle = static_cast<std::uint64_t>(ready_.size()) * 16;
  if (steps_ - last_change_ > idle) advance_time();
}

}  // namespace lockstep::explorer
