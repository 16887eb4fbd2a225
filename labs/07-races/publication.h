#pragma once

#include <memory>
#include <optional>

#include "shared.h"

struct Message {
  int sender = 0;
  int text = 0;
};

/// A board for one message. Several threads may call `read` at once, and another one `publish`.
class Board : public Shared {
 public:
  /// Makes the message known. Called once.
  virtual void publish(Message message) = 0;

  /// \return the message, whole; nothing before it is published. When `publish` has returned, it is published.
  [[nodiscard]] virtual std::optional<Message> read() const = 0;
};

std::unique_ptr<Board> make_board();
