#pragma once

#include <memory>

#include "shared.h"

/// Tickets with numbers. Several threads may call `next` at once.
class Tickets : public Shared {
 public:
  /// \return the number of the next ticket: 0, then 1, 2 and so on. No number is given twice, and none is left out.
  virtual int next() = 0;
};

std::unique_ptr<Tickets> make_tickets();
