#include "double_checked.h"

#include <atomic>
#include <mutex>
#include <utility>

namespace {

class DoubleCheckedConfig final : public LazyConfig {
 public:
  explicit DoubleCheckedConfig(std::function<Config()> read) : read_(std::move(read)) {}

  const Config& get() override {
    if (!is_read_.load(std::memory_order_acquire)) {
      const std::scoped_lock lock(mutex_);
      if (!is_read_) {
        config_ = read_();
        is_read_.store(true, std::memory_order_release);
      }
    }
    return config_;
  }

 private:
  std::function<Config()> read_;
  std::mutex mutex_;
  Config config_;
  std::atomic<bool> is_read_ = false;
};

}  // namespace

std::unique_ptr<LazyConfig> make_lazy_config(std::function<Config()> read) {
  return std::make_unique<DoubleCheckedConfig>(std::move(read));
}
