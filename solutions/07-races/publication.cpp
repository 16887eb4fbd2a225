#include "publication.h"

#include <atomic>

namespace {

class FlaggedBoard final : public Board {
 public:
  void publish(Message message) override {
    message_ = message;
    // Pairs with the load in read(): a thread that sees true sees the message that was written before.
    is_published_.store(true, std::memory_order_release);
  }

  [[nodiscard]] std::optional<Message> read() const override {
    if (!is_published_.load(std::memory_order_acquire)) return std::nullopt;
    return message_;
  }

 private:
  Message message_;
  std::atomic<bool> is_published_ = false;
};

}  // namespace

std::unique_ptr<Board> make_board() { return std::make_unique<FlaggedBoard>(); }
