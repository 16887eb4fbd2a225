// The axioms, asked of whole executions: slow and plain, and written without a look at how the explorer keeps them.

#include <array>
#include <cstddef>

#include "program.h"

namespace lockstep::explorer::litmus {
namespace {

constexpr std::size_t kMost = 16;

/// A relation between events.
class Relation {
 public:
  [[nodiscard]] bool operator()(std::size_t a, std::size_t b) const { return pairs_[a][b]; }
  void add(std::size_t a, std::size_t b) { pairs_[a][b] = true; }

  [[nodiscard]] Relation closed() const {
    Relation all = *this;
    for (std::size_t via = 0; via < kMost; ++via) {
      for (std::size_t a = 0; a < kMost; ++a) {
        for (std::size_t b = 0; b < kMost; ++b) all.pairs_[a][b] |= all.pairs_[a][via] && all.pairs_[via][b];
      }
    }
    return all;
  }

 private:
  std::array<std::array<bool, kMost>, kMost> pairs_{};
};

/// An operation in an execution. The first kVariables are the initial values.
struct Event {
  Op op;
  std::size_t thread = kMost;  ///< kMost: none
  std::size_t source = 0;      ///< the event that it reads from
  int read = 0;                ///< the value
  bool writes = false;
};

bool is_sequential(const Event& event) { return event.op.order == std::memory_order_seq_cst; }
bool is_fence(const Event& event) { return event.op.kind == Op::Kind::kFence; }
bool acquires(const Event& event) {
  const auto order = event.op.order;
  return order != std::memory_order_relaxed && order != std::memory_order_release &&
         (is_fence(event) || reads(event.op));
}
bool releases(const Event& event) {
  const auto order = event.op.order;
  return order != std::memory_order_relaxed && order != std::memory_order_acquire && (is_fence(event) || event.writes);
}

/// The events of one execution, in the order in which they ran.
class Execution {
 public:
  Execution() {
    for (int variable = 0; variable < kVariables; ++variable)
      events_.push_back({.op = {.kind = Op::Kind::kStore, .variable = variable}, .writes = true});
  }

  void push(const Event& event) { events_.push_back(event); }
  void pop() { events_.pop_back(); }

  /// The stores to a variable so far, in modification order.
  [[nodiscard]] std::vector<std::size_t> stores_to(int variable) const {
    std::vector<std::size_t> stores;
    for (std::size_t i = 0; i < events_.size(); ++i) {
      if (events_[i].writes && events_[i].op.variable == variable) stores.push_back(i);
    }
    return stores;
  }

  [[nodiscard]] const Event& event(std::size_t i) const { return events_[i]; }

  [[nodiscard]] bool is_consistent() const {
    const Relation before = happens_before();
    const Relation order = coherence_order();
    for (std::size_t a = 0; a < events_.size(); ++a) {
      for (std::size_t b = 0; b < events_.size(); ++b) {
        if (before(a, b) && order(b, a)) return false;
        if (order(a, b) && breaks_total_order(a, b, before)) return false;
      }
    }
    return true;
  }

  [[nodiscard]] Outcome outcome(std::size_t threads) const {
    Outcome outcome;
    for (std::size_t thread = 0; thread < threads; ++thread) {
      for (const Event& event : events_) {
        if (event.thread == thread && reads(event.op)) outcome += static_cast<char>('0' + event.read);
      }
    }
    for (int variable = 0; variable < kVariables; ++variable)
      outcome += static_cast<char>('0' + events_[stores_to(variable).back()].op.value);
    return outcome;
  }

 private:
  [[nodiscard]] bool precedes(std::size_t a, std::size_t b) const {
    return a < b && (a < kVariables || events_[a].thread == events_[b].thread);
  }

  /// Whether `reader` reads the store `head` or a read-modify-write of its release sequence.
  [[nodiscard]] bool reads_sequence_of(std::size_t head, std::size_t reader) const {
    for (std::size_t store = events_[reader].source; store != head; store = events_[store].source) {
      if (!reads(events_[store].op)) return false;  // a plain store ends it, and the initial value is before it
    }
    return true;
  }

  [[nodiscard]] Relation happens_before() const {
    Relation relation;
    for (std::size_t a = 0; a < events_.size(); ++a) {
      for (std::size_t b = 0; b < events_.size(); ++b) {
        if (precedes(a, b)) relation.add(a, b);
      }
    }
    for (std::size_t store = kVariables; store < events_.size(); ++store) {
      for (std::size_t load = kVariables; load < events_.size(); ++load) {
        if (!events_[store].writes || !reads(events_[load].op) || store == load) continue;
        if (events_[store].op.variable == events_[load].op.variable && reads_sequence_of(store, load))
          synchronise(store, load, relation);
      }
    }
    return relation.closed();
  }

  /// By the accesses themselves, or by fences before the store and behind the load.
  void synchronise(std::size_t store, std::size_t load, Relation& relation) const {
    for (std::size_t from = kVariables; from <= store; ++from) {
      if (!releases(events_[from]) || (from != store && !(is_fence(events_[from]) && precedes(from, store)))) continue;
      for (std::size_t to = load; to < events_.size(); ++to) {
        if (acquires(events_[to]) && (to == load || (is_fence(events_[to]) && precedes(load, to))))
          relation.add(from, to);
      }
    }
  }

  /// "Coherence-ordered before".
  [[nodiscard]] Relation coherence_order() const {
    Relation relation;
    for (int variable = 0; variable < kVariables; ++variable) {
      const auto stores = stores_to(variable);
      for (std::size_t i = 0; i < stores.size(); ++i) {
        for (std::size_t later = i + 1; later < stores.size(); ++later) relation.add(stores[i], stores[later]);
        for (std::size_t reader = kVariables; reader < events_.size(); ++reader) {
          const Event& event = events_[reader];
          if (!reads(event.op) || event.op.variable != variable || event.source != stores[i]) continue;
          relation.add(stores[i], reader);
          for (std::size_t later = i + 1; later < stores.size(); ++later) {
            if (stores[later] != reader) relation.add(reader, stores[later]);
          }
        }
      }
    }
    return relation.closed();
  }

  /// Whether `a` before `b` in coherence order asks for another order of the sequentially consistent operations than
  /// the one in which they ran.
  [[nodiscard]] bool breaks_total_order(std::size_t a, std::size_t b, const Relation& before) const {
    for (std::size_t first = kVariables; first < events_.size(); ++first) {
      const bool begins = first == a || (is_fence(events_[first]) && before(first, a));
      if (!is_sequential(events_[first]) || !begins) continue;
      for (std::size_t last = kVariables; last < events_.size(); ++last) {
        const bool ends = last == b || (is_fence(events_[last]) && before(b, last));
        if (is_sequential(events_[last]) && ends && last < first) return true;
      }
    }
    return false;
  }

  std::vector<Event> events_;
};

/// Goes through all executions.
class Search {
 public:
  explicit Search(const Program& program) : program_(program), made_(program.size()) { go_on(); }

  [[nodiscard]] const std::set<Outcome>& outcomes() const { return outcomes_; }

 private:
  void go_on() {
    bool over = true;
    for (std::size_t thread = 0; thread < program_.size(); ++thread) {
      if (made_[thread] == program_[thread].size()) continue;
      over = false;
      const Op& op = program_[thread][made_[thread]++];
      make(op, thread);
      --made_[thread];
    }
    if (over && execution_.is_consistent()) outcomes_.insert(execution_.outcome(program_.size()));
  }

  void make(const Op& op, std::size_t thread) {
    const bool stores = op.kind == Op::Kind::kStore;
    if (!reads(op)) return make_event({.op = op, .thread = thread, .writes = stores});
    const auto all = execution_.stores_to(op.variable);
    for (const std::size_t store : all) {
      const int read = execution_.event(store).op.value;
      Event event{.op = op, .thread = thread, .source = store, .read = read};
      event.writes = op.kind == Op::Kind::kExchange || (op.kind == Op::Kind::kReplaceZero && read == 0);
      // What a read-modify-write reads comes just before it in modification order.
      if (event.writes && store != all.back()) continue;
      if (op.kind == Op::Kind::kReplaceZero && !event.writes) event.op.order = order_of_failure(op.order);
      make_event(event);
    }
  }

  void make_event(const Event& event) {
    execution_.push(event);
    go_on();
    execution_.pop();
  }

  const Program& program_;
  std::vector<std::size_t> made_;
  Execution execution_;
  std::set<Outcome> outcomes_;
};

}  // namespace

std::set<Outcome> allowed(const Program& program) { return Search(program).outcomes(); }

}  // namespace lockstep::explorer::litmus
