#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/class_work.h"
#include "result/result.h"

namespace lockstep::cli {

/// A unit of a class's work that could not be done.
struct UnitFailure {
  std::string content;
  std::string why;
};

/// Told as units are done. Both are called by the thread that called `ClassEngine::run`.
struct UnitListener {
  std::function<Result<void>(const std::string& content)> done;      ///< what was found is in the `ClassWork`
  std::function<void(int done, int total, int under_way)> progress;  ///< every few seconds at least
};

/// Has a class's units done, on this machine or on others.
class ClassEngine {
 public:
  ClassEngine() = default;
  ClassEngine(const ClassEngine&) = delete;
  ClassEngine& operator=(const ClassEngine&) = delete;
  virtual ~ClassEngine() = default;

  /// Does the units of one phase, those of `ClassPhase::kAlone` one at a time on a machine.
  /// \param contents  each once
  /// \return those that failed; an error when the work as a whole cannot go on, or was interrupted. Nothing works on a
  ///         unit any more then.
  [[nodiscard]] virtual Result<std::vector<UnitFailure>> run(ClassPhase phase, std::vector<std::string> contents,
                                                             const UnitListener& listener) = 0;
};

}  // namespace lockstep::cli
