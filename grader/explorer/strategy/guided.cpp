#include "explorer/strategy/guided.h"

#include "explorer/strategy/make_strategy.h"
#include "explorer/strategy/use.h"

namespace lockstep::explorer {
namespace {

constexpr std::size_t kMostWishes = 4;

}  // namespace

bool GuidedStrategy::begin() {
  random_ = sources_.next();
  priorities_.begin();
  draw_wishes();
  return true;
}

void GuidedStrategy::draw_wishes() {
  wishes_.clear();
  std::vector<ReadFrom*> shared;
  for (ReadFrom& object : objects_.all()) {
    object.begin_schedule();
    if (object.is_shared()) shared.push_back(&object);
  }
  if (shared.empty()) return;
  do {
    ReadFrom& object = *shared[random_.below(shared.size())];
    const ReadFrom::Pair pair = object.draw(random_);
    // Where threads run the same code, one of them or all.
    const bool of_one = random_.once_in(2);
    wishes_.push_back({.object = &object,
                       .read = pair.read,
                       .reader = of_one ? random_.member(object.users()) : kAnyThread,
                       .write = pair.write,
                       .writer = of_one && pair.write != kInitialValue ? random_.member(object.users()) : kAnyThread});
  } while (wishes_.size() < kMostWishes && random_.once_in(2));
}

void GuidedStrategy::on_step(ThreadId thread, const Operation& operation) {
  if (operation.object == nullptr || !use_of(operation.kind).any()) return;
  ReadFrom* const object = objects_.at(operation.object);
  if (object == nullptr) return;
  if (!wishes_.empty()) {
    const Event event = object->event_of(thread, operation);
    std::erase_if(wishes_, [&](const Wish& wish) { return wish.object == object && wish.is_about(event, thread); });
  }
  object->note(thread, operation);
}

GuidedStrategy::Now GuidedStrategy::wanted_of(const Wish& wish, ThreadId thread, const Operation& operation) {
  if (wish.object->object() != operation.object) return Now::kAnything;
  const Use use = use_of(operation.kind);
  if (!use.any()) return Now::kAnything;
  const Event event = wish.object->event_of(thread, operation);
  if (use.reads && wish.is_about(event, thread)) return wish.is_ready() ? Now::kGo : Now::kStay;
  return use.writes && wish.is_ready() && event != wish.write ? Now::kStay : Now::kAnything;
}

GuidedStrategy::Now GuidedStrategy::wanted_of(ThreadId thread, const Operation& operation) const {
  Now wanted = Now::kAnything;
  for (const Wish& wish : wishes_) {
    const Now by_this = wanted_of(wish, thread, operation);
    if (by_this == Now::kStay) return by_this;
    if (by_this == Now::kGo) wanted = by_this;
  }
  return wanted;
}

ThreadId GuidedStrategy::pick_thread(const SchedulingPoint& point) {
  ThreadSet free = point.candidates;
  if (!wishes_.empty()) {
    for (const ThreadId thread : point.candidates) {
      const Now wanted = wanted_of(thread, point.next[static_cast<std::size_t>(thread)]);
      if (wanted == Now::kStay) free.erase(thread);
      if (wanted != Now::kGo) continue;
      priorities_.goes(thread, point);
      return thread;
    }
  }
  if (free.empty()) free = point.candidates;
  const ThreadId chosen = priorities_.highest(free, random_);
  const Operation& made = point.next[static_cast<std::size_t>(chosen)];
  // All must stay: what keeps this one back cannot come true any more.
  std::erase_if(wishes_, [&](const Wish& wish) { return wanted_of(wish, chosen, made) == Now::kStay; });
  priorities_.goes(chosen, point);
  return chosen;
}

std::unique_ptr<Strategy> make_guided(const ExploreOptions& options, std::uint64_t /*steps*/) {
  return std::make_unique<GuidedStrategy>(options.seed);
}

}  // namespace lockstep::explorer
