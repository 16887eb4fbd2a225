#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "mutation/mutation.h"
#include "mutation/source.h"

namespace lockstep::mutation {

/// `const std::scoped_lock lock(mutex);`, or a lock of another type of the standard library.
struct LockDeclaration {
  std::size_t block = 0;      ///< index of the block that it is in
  std::size_t statement = 0;  ///< index of its statement in the block
  std::size_t type = 0;       ///< index of the token `scoped_lock`
  std::size_t name = 0;
  std::size_t open = 0;   ///< of its arguments
  std::size_t close = 0;  ///< likewise
};

[[nodiscard]] std::vector<LockDeclaration> lock_declarations(const Source& source);

/// The edits that make a lock one that can be unlocked: `std::unique_lock lock(mutex);`.
[[nodiscard]] std::vector<Edit> made_unlockable(const Source& source, const LockDeclaration& lock);

}  // namespace lockstep::mutation
