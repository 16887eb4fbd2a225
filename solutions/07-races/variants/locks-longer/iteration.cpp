#include "iteration.h"

#include <mutex>
#include <numeric>
#include <vector>

namespace {

class ListedBill final : public Bill {
 public:
  void add(int price) override {
    const std::scoped_lock lock(mutex_);
    prices_.push_back(price);
  }

  [[nodiscard]] int total() const override {
    std::unique_lock lock(mutex_);
    const auto prices = prices_;
    lock.unlock();
    return std::accumulate(prices.begin(), prices.end(), 0);
  }

 private:
  mutable std::mutex mutex_;
  std::vector<int> prices_;  // guarded by mutex_
};

}  // namespace

std::unique_ptr<Bill> make_bill() { return std::make_unique<ListedBill>(); }
