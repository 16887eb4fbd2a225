#pragma once

#include <memory>

#include "shared.h"

/// An answer that one thread gives and others wait for. Several threads may call `wait` at once, and another one
/// `give`.
class Answer : public Shared {
 public:
  /// Gives the answer. Called once.
  virtual void give(int answer) = 0;

  /// Waits until the answer is given. The thread sleeps meanwhile: it does not look again and again.
  /// \return the answer
  virtual int wait() = 0;
};

std::unique_ptr<Answer> make_answer();
