#pragma once

#include <functional>
#include <memory>

#include "shared.h"

/// What a program reads when it first needs it.
struct Config {
  int width = 0;
  int height = 0;
};

/// A configuration that is read once. Several threads may call `get` at once.
class LazyConfig : public Shared {
 public:
  /// Reads the configuration in the first call, and in no other one.
  /// \return what was read: each call gives the same object, which does not change
  virtual const Config& get() = 0;
};

/// \param read  reads the configuration; does not throw
std::unique_ptr<LazyConfig> make_lazy_config(std::function<Config()> read);
