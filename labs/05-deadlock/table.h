#pragma once

#include <functional>
#include <memory>

// Part 2: the dining philosophers, in four ways. Read README.md first.

/// What a philosopher does while both forks are in their hands. It may take long, and it may throw.
using Meal = std::function<void()>;

/// A round table. Between two neighbours lies one fork: on the left of seat i is fork i, on its right fork i + 1, or
/// fork 0 at the last seat.
///
/// Several threads may call `eat` at once, each for another seat. In no schedule is there a deadlock, nor a livelock,
/// in which philosophers give way to each other for ever.
class Table {
 public:
  Table() = default;
  virtual ~Table() = default;
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;

  /// Takes the forks on both sides of the seat, waits until it has both, calls `meal` once, and puts both forks back.
  /// Two neighbours never eat at the same time; two who are no neighbours can. An exception of the meal reaches the
  /// caller, after both forks were put back.
  /// \throw std::out_of_range when there is no such seat; then the meal is not called
  virtual void eat(int seat, const Meal& meal) = 0;
};

/// A fork is a mutex. Everybody takes the forks in the same order of all forks.
/// \param seats  at least 2
/// \throw std::invalid_argument when there are fewer seats
std::unique_ptr<Table> ordered_table(int seats);

/// As ordered_table, but everybody takes the left fork first, and a waiter lets at most `seats` - 1 philosophers take
/// forks at the same time.
std::unique_ptr<Table> waiter_table(int seats);

/// As ordered_table, but nobody waits for a fork while holding another one: a philosopher takes one fork and tries the
/// other one, and puts the first one back when this fails. In no schedule do philosophers do so for ever. While one
/// waits for a neighbour who eats, the neighbour on the other side can eat. Try with `try_lock`, of a mutex or of a
/// std::unique_lock made with std::defer_lock: a rule of the grader looks for it.
std::unique_ptr<Table> back_off_table(int seats);

/// As ordered_table, but forks are no mutexes. One mutex guards who eats, and is not held during a meal. A philosopher
/// waits on a condition variable until both forks are free, and then takes both at once: a philosopher who waits keeps
/// nobody from eating.
std::unique_ptr<Table> monitor_table(int seats);
