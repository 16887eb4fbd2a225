#pragma once

#include <string>
#include <vector>

namespace lockstep {

/// What a C++ program needs that makes a client's calls without the kit: docs/linearizability.md#as-a-program.
/// A learner may read all of it.
struct AsProgram {
  std::vector<std::string> headers = {};  ///< that it includes: "cache.h", "<chrono>"
  std::vector<std::string> sources = {};  ///< files of the lab's folder that it is compiled with: "cache.cpp"
  std::string name = "object";            ///< of the object, in calls
  std::string object = {};                ///< the object's declaration; default: of the class, made without arguments
  std::string declarations = {};  ///< what calls and object use, such as types of items; may call `fault_point()`
};

}  // namespace lockstep
