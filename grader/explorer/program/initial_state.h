#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace lockstep::explorer {

/// The memory of the explored program as it is before `main`: its variables, and the blocks that their constructors
/// have allocated. Put back before each schedule, so that each begins from the same state.
class InitialState {
 public:
  /// Takes the state of the module (a shared library) that has `address`.
  explicit InitialState(const void* address);

  void put_back() const;

 private:
  struct Range {
    std::byte* begin = nullptr;
    std::vector<std::byte> contents;
  };
  std::vector<Range> ranges_;
};

}  // namespace lockstep::explorer
