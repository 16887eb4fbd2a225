#pragma once

#include <map>
#include <string>

namespace lockstep::exported {

struct PackedFile {
  std::string text;
  bool executable = false;

  friend bool operator==(const PackedFile&, const PackedFile&) = default;
};

/// Files as a value, by their path below the folder that they will lie in: "labs/01-primes/lab.toml".
using Package = std::map<std::string, PackedFile>;

}  // namespace lockstep::exported
