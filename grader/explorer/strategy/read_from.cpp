#include "explorer/strategy/read_from.h"

#include <algorithm>

#include "explorer/strategy/mixed_with.h"
#include "explorer/strategy/use.h"

namespace lockstep::explorer {
namespace {

constexpr std::size_t kMostWrites = 32;
constexpr std::size_t kMostPairs = 256;
constexpr std::uint32_t kUsesCounted = 8;  ///< a thread's later ones are alike: loops would have no end of events

}  // namespace

void ReadFrom::begin_schedule() {
  latest_ = kInitialValue;
  writer_ = kAnyThread;
  uses_.clear();
}

Event ReadFrom::event_of(ThreadId thread, const Operation& operation) const {
  const auto uses = uses_.find(thread);
  const std::uint32_t before = uses == uses_.end() ? 0 : std::min(uses->second, kUsesCounted);
  const auto kind = static_cast<std::uint64_t>(operation.kind);
  return mixed_with(mixed_with(kind, operation.place), before) | 1;  // never kInitialValue
}

void ReadFrom::note(ThreadId thread, const Operation& operation) {
  const Use use = use_of(operation.kind);
  const Event event = event_of(thread, operation);
  users_.insert(thread);
  ++uses_[thread];
  if (use.reads) add_read(event);
  if (!use.writes) return;
  add_write(event);
  latest_ = event;
  writer_ = thread;
}

void ReadFrom::add_read(Event read) {
  if (!has_read(read)) {
    for (const Event write : writes_) {
      if (pairs_.size() < kMostPairs) pairs_.push_back({read, write, 0});
    }
  }
  for (Pair& pair : pairs_) {
    if (pair.read == read && pair.write == latest_) ++pair.count;
  }
}

void ReadFrom::add_write(Event write) {
  if (writes_.size() == kMostWrites) return;
  if (std::find(writes_.begin(), writes_.end(), write) != writes_.end()) return;
  writes_.push_back(write);
  const std::size_t before = pairs_.size();
  for (std::size_t i = 0; i < before && pairs_.size() < kMostPairs; ++i) {
    if (pairs_[i].write == kInitialValue) pairs_.push_back({pairs_[i].read, write, 0});
  }
}

bool ReadFrom::has_read(Event read) const {
  return std::any_of(pairs_.begin(), pairs_.end(), [read](const Pair& pair) { return pair.read == read; });
}

ReadFrom::Pair ReadFrom::draw(RandomSource& random) {
  Pair& one = pairs_[random.below(pairs_.size())];
  Pair& other = pairs_[random.below(pairs_.size())];
  Pair& rarer = other.count < one.count ? other : one;
  ++rarer.count;
  return rarer;
}

}  // namespace lockstep::explorer
