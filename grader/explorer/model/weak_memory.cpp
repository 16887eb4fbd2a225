#include "explorer/model/weak_memory.h"

#include <array>
#include <cstddef>
#include <string>

#include "explorer/finding/wording.h"
#include "explorer/model/words.h"

namespace lockstep::explorer {
namespace {

/// What a load knows of: a store within hides those before it.
struct Horizon {
  std::array<const VectorClock*, 3> known{};  ///< null where there is none
  std::uint64_t sequential = 0;               ///< the sequentially consistent accesses with numbers up to this one

  [[nodiscard]] bool holds(ThreadId thread, std::uint32_t clock) const {
    for (const VectorClock* view : known) {
      if (view != nullptr && clock <= (*view)[thread]) return true;
    }
    return false;
  }
  [[nodiscard]] bool holds_access(std::uint64_t number) const { return number != 0 && number <= sequential; }
};

Horizon horizon_of(const State& state, const Thread& self, int order) {
  const SequentialOrder& sequential = state.sequential();
  Horizon horizon{.known = {&self.clock, nullptr, nullptr}, .sequential = 0};
  if (const SequentialOrder::Fence* fence = sequential.last_before(self.clock)) {
    horizon.known[1] = &fence->known;
    horizon.sequential = fence->accesses;
  }
  if (order == kSequential) {
    horizon.known[2] = &sequential.fenced();
    horizon.sequential = sequential.accesses();
  }
  return horizon;
}

/// Whether a load with this horizon may read no store before this one.
bool is_known(const State& state, const Store& store, const Horizon& horizon) {
  if (store.thread < 0 || horizon.holds(store.thread, store.clock)) return true;
  if (horizon.holds_access(store.sequential) || horizon.holds_access(store.read_sequentially)) return true;
  const auto threads = static_cast<ThreadId>(state.threads().size());
  for (ThreadId reader = 0; reader < threads; ++reader) {
    const std::uint32_t clock = store.read_at[reader];
    if (clock != 0 && horizon.holds(reader, clock)) return true;
  }
  return false;
}

/// The history of a word in which `latest` stands. What was stored by other means than an atomic store (by a
/// constructor, say) begins a new one.
StoreHistory& history_of(State& state, const void* word, AtomicValue latest) {
  SyncObject& object = word_at(state, word);
  StoreHistory& history = object.stores;
  if (!history.empty() && history.latest().value == latest) return history;
  history.clear();
  Store& first = history.add();
  first.value = latest;
  first.released.assign(object.clock);
  return history;
}

/// The ages of the stores that a load may read, the latest first.
struct Readable {
  std::array<std::uint8_t, StoreHistory::kMost> ages{};
  unsigned count = 0;
};

/// \param skipped  a value that it does not read unless it is the latest; or null
Readable readable(State& state, StoreHistory& history, const Horizon& horizon, const AtomicValue* skipped) {
  Readable found;
  for (std::size_t age = 0; age < history.size(); ++age) {
    const Store& store = history.aged(age);
    if (age == 0 || skipped == nullptr || store.value != *skipped)
      found.ages[found.count++] = static_cast<std::uint8_t>(age);
    if (is_known(state, store, horizon)) break;
  }
  return found;
}

void note_read(State& state, Store& store, int order) {
  Thread& self = state.self();
  if (store.read_at[state.current()] == 0) store.read_at.set(state.current(), self.clock[state.current()]);
  if (order != kSequential) return;
  const std::uint64_t number = state.sequential().access();
  if (store.read_sequentially == 0) store.read_sequentially = number;
}

std::size_t choose_age(State& state, const AtomicAccess& access, StoreHistory& history, const AtomicValue* skipped) {
  if (!access.stale || !state.may_read_stale()) return 0;
  const Readable found = readable(state, history, horizon_of(state, state.self(), access.order), skipped);
  const unsigned chosen = state.choose(found.count, ChoiceBias::kFirstIsLikely);
  return found.ages[chosen];
}

std::string number(AtomicValue value) {
  return value >> 64 == 0 ? std::to_string(static_cast<std::uint64_t>(value)) : "a value";
}

Loaded load_aged(State& state, const AtomicAccess& access, StoreHistory& history, std::size_t age) {
  Store& store = history.aged(age);
  if (age == 0) {
    read_word(state, access.word, access.order, digest(store.value));
    if (store.thread < 0) store.released.assign(word_at(state, access.word).clock);  // the library may have left it
  } else {
    state.note_stale_read();
    learn(state, access.order, store.released);
    state.annotate("reads " + number(store.value) + std::string(kOlderValue));
  }
  note_read(state, store, access.order);
  return {.value = store.value, .stale = age != 0};
}

}  // namespace

Loaded load_word(State& state, const AtomicAccess& access, AtomicValue latest) {
  if (access.order == kSequential) state.touch_sequential_order();
  StoreHistory& history = history_of(state, access.word, latest);
  return load_aged(state, access, history, choose_age(state, access, history, nullptr));
}

std::optional<Loaded> load_unless(State& state, const AtomicAccess& access, AtomicValue latest, AtomicValue expected) {
  if (access.order == kSequential) state.touch_sequential_order();
  StoreHistory& history = history_of(state, access.word, latest);
  const std::size_t age = choose_age(state, access, history, &expected);
  if (age == 0 && latest == expected) return std::nullopt;
  return load_aged(state, access, history, age);
}

void store_word(State& state, const AtomicAccess& access, AtomicValue before, AtomicValue value, bool continues) {
  StoreHistory& history = history_of(state, access.word, before);
  Store& store = history.add();
  store.value = value;
  store.thread = state.current();
  store.clock = state.self().clock[state.current()];
  write_word(state, access.word, access.order, digest(value), continues);
  store.released.assign(word_at(state, access.word).clock);
  if (access.order != kSequential) return;
  state.touch_sequential_order();
  store.sequential = state.sequential().access();
}

void note_sequential_fence(State& state) { state.sequential().fence(state.current(), state.self().clock); }

}  // namespace lockstep::explorer
