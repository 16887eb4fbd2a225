#pragma once

#include <exception>

// Given.

/// What a wait throws that was stopped. On its way up it destroys what the coroutines hold: this is their clean-up.
class Cancelled : public std::exception {
 public:
  [[nodiscard]] const char* what() const noexcept override { return "stopped while it waited"; }
};
