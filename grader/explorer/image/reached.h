#pragma once

#include <cstdint>

#include "explorer/schedule/operation.h"

namespace lockstep::explorer {

/// Which of the program's places have come to the explorer, in any schedule since it was asked for. Until then nothing
/// is marked.
class Reached {
 public:
  /// \param size  of the image: no place is as large
  void begin(std::uintptr_t size);

  /// \pre is_known()
  void mark(Place place) { marks_[place] = 1; }

  /// Whether anything is marked. Where there was no memory for it, nothing is known.
  [[nodiscard]] bool is_known() const { return marks_ != nullptr; }
  /// \pre is_known()
  [[nodiscard]] bool has(Place place) const { return marks_[place] != 0; }

 private:
  std::uint8_t* marks_ = nullptr;  // one for each place; mapped, and given back with the process
};

/// Of the image.
extern Reached the_reached;

}  // namespace lockstep::explorer
