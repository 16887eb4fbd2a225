#include "publication.h"

#include <atomic>
#include <mutex>

namespace {

class FlaggedBoard final : public Board {
 public:
  void publish(Message message) override {
    const std::scoped_lock lock(mutex_);
    message_ = message;
    is_published_.store(true, std::memory_order_relaxed);
  }

  [[nodiscard]] std::optional<Message> read() const override {
    const std::scoped_lock lock(mutex_);
    if (!is_published_.load(std::memory_order_relaxed)) return std::nullopt;
    return message_;
  }

 private:
  mutable std::mutex mutex_;
  Message message_;
  std::atomic<bool> is_published_ = false;
};

}  // namespace

std::unique_ptr<Board> make_board() { return std::make_unique<FlaggedBoard>(); }
