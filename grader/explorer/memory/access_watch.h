#pragma once

#include <cstdint>

#include "explorer/memory/shadow.h"

namespace lockstep::explorer {

/// Sees each plain access to memory before it is judged, in a schedule that is run to learn more than whether it is
/// right.
class AccessWatch {
 public:
  AccessWatch() = default;
  virtual ~AccessWatch() = default;
  AccessWatch(const AccessWatch&) = delete;
  AccessWatch& operator=(const AccessWatch&) = delete;

  /// The running thread is about to access memory; an access that is like its latest to the same bytes may be left out
  /// when it would be judged.
  /// \param place  of the instruction, be it the program's own or in a library's header
  /// \return whether the access is to be judged: may race
  [[nodiscard]] virtual bool about_to_access(std::uintptr_t address, std::size_t size, Access::Kind kind,
                                             std::uint32_t place) = 0;
};

}  // namespace lockstep::explorer
