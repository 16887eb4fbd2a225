#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "lockstep/linearize/as_program.h"
#include "lockstep/linearize/specification.h"

namespace lockstep::linearize {

/// A class's operation, with the arguments that may be given to it.
struct Operation {
  /// Besides what the specification says, a move or a callback inside it may throw: then it changes nothing.
  enum class Faults : bool { kNone, kMayThrow };

  std::string name;
  std::vector<std::string> arguments;  ///< as text, one entry for each that may be given; the simplest first
  /// Calls it. \return what it gives or throws
  std::function<std::string(void* subject, std::size_t argument)> run;
  /// The same in the specification: see Specification::steps. `id` is the operation's place in the history.
  std::function<std::vector<Step>(const State& state, std::size_t argument, std::size_t id, bool begun)> steps;
  Faults faults = Faults::kNone;
  std::vector<std::vector<std::string>> code_of_arguments;  ///< of each entry of `arguments`: the arguments as C++
  std::optional<std::string> code;                          ///< a call as C++: Client::reads
};

/// The object under test.
using Subject = std::unique_ptr<void, void (*)(void*)>;

/// A class under test and what is expected of it, whatever their types.
struct Interface {
  std::function<Subject()> make;
  std::function<std::shared_ptr<const State>(bool with_fault)> first;
  std::vector<Operation> operations;
  std::vector<Operation> closing;    ///< in the end each is called once with each argument
  std::vector<Operation> release;    ///< at most one: called when all threads wait and may do so; lets them go on
  std::optional<AsProgram> program;  ///< how all this reads as C++
};

}  // namespace lockstep::linearize
