#include "publication.h"

#include <atomic>

namespace {

class FlaggedBoard final : public Board {
 public:
  void publish(Message message) override {
    message_ = message;
    is_published_ = true;
  }

  [[nodiscard]] std::optional<Message> read() const override {
    if (!is_published_) return std::nullopt;
    return message_;
  }

 private:
  Message message_;
  std::atomic<bool> is_published_ = false;
};

}  // namespace

std::unique_ptr<Board> make_board() { return std::make_unique<FlaggedBoard>(); }
