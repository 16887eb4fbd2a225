#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "integrity/object.h"
#include "integrity/suspicion.h"
#include "integrity/taken_names.h"

namespace lockstep::integrity {

/// What is known of an object before it is read.
struct Origin {
  /// Whether a path, as the compiler knew it, is one of the learner's files.
  std::function<bool(std::string_view path)> is_learners;
  /// All of it was compiled from the learner's files and from headers of libraries. Otherwise it is of the lab's, and
  /// includes headers of the learner's.
  bool learners = true;
  /// It was compiled for a sanitizer or for the explorer.
  bool instrumented = false;
  /// Functions of the C library that this lab needs, though others do not.
  std::span<const std::string> imports = {};
};

/// What in an object works against the grader. What comes from the C++ library's headers is no suspicion: templates
/// and inline functions of theirs are in any object.
[[nodiscard]] std::vector<Suspicion> suspicions_in(const Object& object, const Origin& origin, const TakenNames& taken);

}  // namespace lockstep::integrity
