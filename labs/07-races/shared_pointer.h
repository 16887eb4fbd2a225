#pragma once

#include <memory>

#include "shared.h"

struct Quote {
  int bid = 0;
  int ask = 0;
};

/// The last quote of a share. Several threads may call both functions at once.
class Ticker : public Shared {
 public:
  virtual void update(Quote quote) = 0;

  /// \return the quote of the last update, null before the first one. It never changes, and it lives as long as anybody
  ///         has it, whatever other threads do.
  [[nodiscard]] virtual std::shared_ptr<const Quote> latest() const = 0;
};

std::unique_ptr<Ticker> make_ticker();
