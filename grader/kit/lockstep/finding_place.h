#pragma once

#include <string>

namespace lockstep {

/// A line of source that a finding is about.
struct FindingPlace {
  std::string file;           ///< as the compiler named it
  int line = 0;               ///< 1-based; 0 when the compiler gave none
  std::string function = {};  ///< that the line is in; empty when it is not known

  friend bool operator==(const FindingPlace&, const FindingPlace&) = default;
};

}  // namespace lockstep
