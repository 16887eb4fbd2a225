#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace lockstep {

/// Who has to act on an `Error`; decides the exit status of the grader.
enum class Fault {
  kInput,    ///< wrong usage, or a manifest or file that the user can mend: exit status 2
  kMachine,  ///< the kit or the machine failed; a learner loses nothing: exit status 3
};

/// The grader's own failure. A learner's failure is a `Verdict`, never an `Error`.
struct Error {
  Fault fault = Fault::kMachine;
  std::string message;  ///< what, where, what is accepted, what to do; one or more lines, no trailing newline
};

/// A value, or why there is none.
template <class T>
using Result = tl::expected<T, Error>;

/// An `Error` of the machine or the kit, ready to be returned from a function that gives a `Result`.
[[nodiscard]] inline tl::unexpected<Error> machine_error(std::string message) {
  return tl::unexpected<Error>(Error{Fault::kMachine, std::move(message)});
}

/// An `Error` that the user can mend, ready to be returned from a function that gives a `Result`.
[[nodiscard]] inline tl::unexpected<Error> input_error(std::string message) {
  return tl::unexpected<Error>(Error{Fault::kInput, std::move(message)});
}

}  // namespace lockstep
