#include "shared_pointer.h"

#include <mutex>
#include <utility>

namespace {

class PointerTicker final : public Ticker {
 public:
  void update(Quote quote) override {
    auto next = std::make_shared<const Quote>(quote);
    const std::scoped_lock lock(mutex_);
    latest_ = std::move(next);
  }

  [[nodiscard]] std::shared_ptr<const Quote> latest() const override {
    const std::scoped_lock lock(mutex_);
    return latest_;
  }

 private:
  mutable std::mutex mutex_;
  std::shared_ptr<const Quote> latest_;  // guarded by mutex_
};

}  // namespace

std::unique_ptr<Ticker> make_ticker() { return std::make_unique<PointerTicker>(); }
