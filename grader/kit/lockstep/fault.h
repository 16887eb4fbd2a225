#pragma once

#include <exception>

namespace lockstep {

/// Thrown by `fault_point`.
struct Fault : std::exception {
  [[nodiscard]] const char* what() const noexcept override { return "a fault, thrown on purpose"; }
};

/// A place in a test's own code, such as an item's move or a callback, where a scenario of `check_linearizable` may
/// have an exception thrown: in the k-th call of a run, for one k after the other. Elsewhere it does nothing. No
/// synchronisation: it orders no two threads. \throw Fault
void fault_point();

}  // namespace lockstep
