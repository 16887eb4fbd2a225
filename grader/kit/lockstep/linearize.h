#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <typeinfo>
#include <utility>
#include <vector>

#include "lockstep/fault.h"
#include "lockstep/linearize/allowed.h"
#include "lockstep/linearize/as_program.h"
#include "lockstep/linearize/caller.h"
#include "lockstep/linearize/interface.h"
#include "lockstep/linearize/text.h"

// Clients of a class that nobody has to think of: docs/linearizability.md.

namespace lockstep {

/// In a reference: the operation has to wait in this state.
[[noreturn]] inline void must_wait() { throw linearize::MustWait{}; }

/// In a reference: several things are allowed. \return which of them, from 0 to `count` - 1; the check tries each
[[nodiscard]] std::size_t one_of(std::size_t count);

/// In a reference: tells the operations of a run apart, for one that takes two steps.
[[nodiscard]] std::size_t this_operation();

/// Values that may be given as an argument, the simplest first. Few, so that threads ask for the same one.
template <class T>
struct Values {
  template <class... Ts>
  explicit Values(Ts... given) : list{T(std::move(given))...} {}

  std::vector<T> list;
};

/// What clients do with a class.
/// \tparam Subject    the class under test
/// \tparam Reference  says what a Subject must do: the same operations for one thread. It can be copied and compared
///                    with ==; an operation that must wait calls `must_wait`
template <class Subject, class Reference>
class Client {
 public:
  using Faults = linearize::Operation::Faults;

  /// Each run begins with such objects.
  Client(std::function<std::unique_ptr<Subject>()> make, Reference first) {
    interface_.make = [make = std::move(make)] {
      return linearize::Subject(
          make().release(), [](void* subject) { const std::unique_ptr<Subject> ends(static_cast<Subject*>(subject)); });
    };
    interface_.first = [first = std::move(first)](bool with_fault) {
      return std::make_shared<const linearize::Held<Reference>>(first, with_fault);
    };
  }
  Client() : Client([] { return std::make_unique<Subject>(); }, Reference{}) {}

  /// \param call  called as call(subject, arguments...) and as call(reference, arguments...); what both give must be
  ///              the same as text (linearize/text.h)
  template <class Call, class... Ts>
  Client& operation(std::string name, Call call, Values<Ts>... values) {
    return add(&linearize::Interface::operations,
               make_operation(std::move(name), std::move(call), std::move(values)...));
  }

  /// An operation that takes two steps in the reference: `begin(reference, arguments...)` and later `call`. Other
  /// operations may come between.
  template <class Begin, class Call, class... Ts>
  Client& operation_in_two_steps(std::string name, Begin begin, Call call, Values<Ts>... values) {
    const auto choices = product(values...);
    linearize::Operation operation = make_operation(std::move(name), std::move(call), std::move(values)...);
    operation.steps = [steps = std::move(operation.steps), begin, choices](
                          const linearize::State& state, std::size_t argument, std::size_t id, bool begun) {
      if (begun) return steps(state, argument, id, begun);
      return linearize::all_steps<Reference>(state, id, [&](Reference& reference) -> std::optional<std::string> {
        std::apply([&](const Ts&... given) { begin(reference, given...); }, choices[argument]);
        return std::nullopt;
      });
    };
    return add(&linearize::Interface::operations, std::move(operation));
  }

  /// The last operation may throw a Fault (lockstep/fault.h), and then changes nothing.
  Client& may_fail() {
    linearize::Operation& operation = interface_.operations.back();
    operation.faults = Faults::kMayThrow;
    operation.steps = [steps = std::move(operation.steps)](const linearize::State& state, std::size_t argument,
                                                           std::size_t id, bool begun) {
      auto allowed = steps(state, argument, id, begun);
      if (static_cast<const linearize::Held<Reference>&>(state).fault_left()) {
        allowed.push_back(linearize::failed<Reference>(state, "throws lockstep::Fault"));
      }
      return allowed;
    };
    return *this;
  }

  /// Asked in the end, when all threads are done; several are asked in the order in which they are named here.
  template <class Call, class... Ts>
  Client& in_the_end(std::string name, Call call, Values<Ts>... values) {
    return add(&linearize::Interface::closing, make_operation(std::move(name), std::move(call), std::move(values)...));
  }

  /// Called when threads wait, and no other can go on: it must let them go on. Without it, no run is made in which a
  /// thread may wait for ever.
  template <class Call>
  Client& lets_all_go_on(std::string name, Call call) {
    interface_.release.clear();
    return add(&linearize::Interface::release, make_operation(std::move(name), std::move(call)));
  }

  /// A learner may have a failing scenario as a program of their own: ./lab replay --as-test.
  Client& as_program(AsProgram program) {
    if (program.object.empty()) program.object = linearize::name_of(typeid(Subject)) + " " + program.name + ";";
    interface_.program = std::move(program);
    return *this;
  }

  /// How calls of the operation that was named last read in that program. Default: as calls of the object's member
  /// function of that name.
  /// \param code  an expression of C++; `$1` is the first argument. Empty: the program does not make the call
  Client& reads(std::string code) {
    (interface_.*last_).back().code = std::move(code);
    return *this;
  }

  [[nodiscard]] const linearize::Interface& interface() const { return interface_; }

 private:
  using Operations = std::vector<linearize::Operation> linearize::Interface::*;

  Client& add(Operations to, linearize::Operation operation) {
    (interface_.*to).push_back(std::move(operation));
    last_ = to;
    return *this;
  }

  template <class... Ts>
  static std::vector<std::tuple<Ts...>> product(const Values<Ts>&... values) {
    std::vector<std::tuple<Ts...>> all;
    const std::size_t size = (std::size_t{1} * ... * values.list.size());
    for (std::size_t i = 0; i < size; ++i) {
      std::size_t rest = i;
      [[maybe_unused]] const auto pick = [&rest](const auto& list) {
        const auto& value = list[rest % list.size()];
        rest /= list.size();
        return value;
      };
      all.push_back(std::tuple<Ts...>{pick(values.list)...});
    }
    return all;
  }

  template <class Call, class... Ts>
  static linearize::Operation make_operation(std::string name, Call call, Values<Ts>... values) {
    const auto choices = product(values...);
    linearize::Operation operation;
    operation.name = std::move(name);
    for (const auto& choice : choices) {
      std::string text;
      const auto add = [&text](const auto& value) { text += (text.empty() ? "" : ", ") + linearize::text_of(value); };
      std::apply([&](const Ts&... given) { (add(given), ...); }, choice);
      operation.arguments.push_back(std::move(text));
      operation.code_of_arguments.push_back(std::apply(
          [](const Ts&... given) { return std::vector<std::string>{linearize::code_of(given)...}; }, choice));
    }
    const auto outcome = [call, choices](auto& object, std::size_t argument) {
      return linearize::outcome_of(
          [&] { return std::apply([&](const Ts&... given) { return call(object, given...); }, choices[argument]); });
    };
    operation.run = [outcome](void* subject, std::size_t argument) {
      return outcome(*static_cast<Subject*>(subject), argument);
    };
    operation.steps = [outcome](const linearize::State& state, std::size_t argument, std::size_t id, bool /*begun*/) {
      return linearize::all_steps<Reference>(state, id,
                                             [&](Reference& reference) { return outcome(reference, argument); });
    };
    return operation;
  }

  linearize::Interface interface_;
  Operations last_ = &linearize::Interface::operations;  ///< where the operation is that was named last
};

struct LinearizeOptions {
  std::uint64_t schedules = 100'000;    ///< at most so many in all: the budget. In a grade, the check's
  std::uint64_t of_one_scenario = 400;  ///< at most so many of them in one scenario
  std::size_t random_scenarios = 200;   ///< behind all pairs of operations
  std::size_t beginnings = 6;           ///< at most so many states in which the pairs meet
  std::size_t longest_row = 1;          ///< behind the pairs: each call beside 2, ..., so many calls of another thread
  /// Where lines of the submission are left that no schedule ran, further scenarios begin with 4, 8, ... calls, at most
  /// so many; 0: there are none. For a client that stands so many calls.
  std::size_t longest_beginning = 0;
  std::size_t faults = 0;  ///< each pair with the 1st, ..., k-th call of `fault_point` throwing
  std::uint64_t seed = 1;
};

/// Runs scenarios, each under many interleavings: all pairs of the client's operations, then random ones of two and
/// three threads. Whatever the operations give must be what the reference would allow in some order of them that keeps
/// the order in which they were called and returned: the class must be linearizable (Herlihy and Wing, TOPLAS 12(3),
/// 1990). What the explorer finds besides, in each scenario, is found here, too. The finding is the smallest scenario
/// that still shows it.
template <class Subject, class Reference>
void check_linearizable(const Client<Subject, Reference>& client, const LinearizeOptions& options = {},
                        linearize::Caller where = linearize::caller());

namespace linearize {
void check(const Interface& interface, const LinearizeOptions& options, const Caller& where);
}

template <class Subject, class Reference>
void check_linearizable(const Client<Subject, Reference>& client, const LinearizeOptions& options,
                        linearize::Caller where) {
  linearize::check(client.interface(), options, where);
}

}  // namespace lockstep
