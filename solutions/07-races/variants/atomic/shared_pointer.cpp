#include "shared_pointer.h"

#include <atomic>
#include <utility>

namespace {

class PointerTicker final : public Ticker {
 public:
  void update(Quote quote) override {
    auto next = std::make_shared<const Quote>(quote);
    latest_ = std::move(next);
  }

  [[nodiscard]] std::shared_ptr<const Quote> latest() const override { return latest_; }

 private:
  std::atomic<std::shared_ptr<const Quote>> latest_;
};

}  // namespace

std::unique_ptr<Ticker> make_ticker() { return std::make_unique<PointerTicker>(); }
