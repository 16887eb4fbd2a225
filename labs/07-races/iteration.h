#pragma once

#include <memory>

#include "shared.h"

/// The bill of a table. Several threads may call both functions at once.
class Bill : public Shared {
 public:
  virtual void add(int price) = 0;

  /// \return the sum of the prices that were added; of a price that is added meanwhile, all or nothing
  [[nodiscard]] virtual int total() const = 0;
};

/// Without a price.
std::unique_ptr<Bill> make_bill();
