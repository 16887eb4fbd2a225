#pragma once

#include <memory>
#include <optional>

#include "shared.h"

/// The seats of a hall. Several threads may call both functions at once.
class Seats : public Shared {
 public:
  /// Books the seat for the guest, if it is free.
  /// \return whether it was free; false: another call has booked it, and nothing has changed
  virtual bool book(int seat, int guest) = 0;

  /// \return the guest for whom the seat is booked; nobody when it is free
  [[nodiscard]] virtual std::optional<int> guest_of(int seat) const = 0;
};

/// All seats are free. Any number is a seat, and any number is a guest.
std::unique_ptr<Seats> make_seats();
