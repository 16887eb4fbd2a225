#include "explorer/model/round.h"

#include <algorithm>
#include <cstring>

namespace lockstep::explorer {
namespace {

bool has_other_value(const Effects::Touched& one) { return one.changed && !one.kept_value; }

}  // namespace

void Round::note_write(const volatile void* memory, std::size_t size) {
  const auto* at = static_cast<const std::byte*>(const_cast<const void*>(memory));
  // What is written again was noted with the value that it had when the round began.
  if (std::any_of(written_.begin(), written_.end(), [at](const Written& one) { return one.memory == at; })) return;
  if (at >= stack_.data() && at < stack_.data() + stack_.size()) return;
  for (; size > 0; at += written_.back().size, size -= written_.back().size) {
    if (written_.size() == kMostWritten) return stop();
    Written& next = written_.emplace_back();
    next.memory = at;
    next.size = static_cast<std::uint32_t>(std::min(size, next.before.size()));
    std::memcpy(next.before.data(), at, next.size);
  }
}

void Round::note(const Effects& effects) {
  if (effects.affects_all() || touched_.size() + effects.touched().size() > kMostTouched) return stop();
  touched_.insert(touched_.end(), effects.touched().begin(), effects.touched().end());
  uses_time_ |= effects.uses_time();
}

bool Round::is_closed(const LocalState& state, std::uint64_t locks) {
  const auto restored = [](const Written& one) { return std::memcmp(one.memory, one.before.data(), one.size) == 0; };
  if (state == state_ && locks == locks_ && std::all_of(written_.begin(), written_.end(), restored)) return true;
  if (++misses_ == most_misses_) stop();
  return false;
}

bool Round::depends_on(const Effects& effects) const {
  if (effects.affects_all() || (uses_time_ && effects.uses_time())) return true;
  return std::any_of(touched_.begin(), touched_.end(), [&](const Effects::Touched& mine) {
    return std::any_of(effects.touched().begin(), effects.touched().end(), [&](const Effects::Touched& other) {
      return (has_other_value(mine) || has_other_value(other)) && overlap(mine, other);
    });
  });
}

bool Round::changes_on_the_way() const { return std::any_of(touched_.begin(), touched_.end(), has_other_value); }

}  // namespace lockstep::explorer
