// What a test does where this machine lacks the sandbox that it needs.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <sstream>
#include <string>
#include <string_view>

namespace lockstep::process {

/// Whether LOCKSTEP_REQUIRE_SANDBOX, a list with commas, names the backend: its tests may then not be skipped.
[[nodiscard]] inline bool is_required(std::string_view backend) {
  const char* all = std::getenv("LOCKSTEP_REQUIRE_SANDBOX");
  std::istringstream names(all == nullptr ? "" : all);
  for (std::string wanted; std::getline(names, wanted, ',');) {
    if (wanted == backend) return true;
  }
  return false;
}

}  // namespace lockstep::process

/// Ends a test that lacks a sandbox backend, given by name: it is skipped, or fails where the backend is required.
#define LOCKSTEP_SKIP_WITHOUT(backend)                                                              \
  if (::lockstep::process::is_required(backend)) {                                                  \
    FAIL() << (backend) << " does not work here, and LOCKSTEP_REQUIRE_SANDBOX says that it has to"; \
  }                                                                                                 \
  GTEST_SKIP() << "this machine has no " << (backend)
