#pragma once

#include <sys/types.h>

#include "os/fd.h"
#include "result/result.h"

namespace lockstep::process {

/// Whether this process may hand its programs another user id.
[[nodiscard]] bool may_change_user();

/// A user id that no other run on this machine uses while this lives: so runs cannot signal each other, and each has
/// its own count of processes. For root alone.
class UserId {
 public:
  [[nodiscard]] static Result<UserId> lease();

  [[nodiscard]] uid_t get() const { return id_; }

 private:
  UserId(uid_t id, os::Fd lock) : id_(id), lock_(std::move(lock)) {}

  uid_t id_;
  os::Fd lock_;  // the lock on one byte of a file; it goes with the process, however that ends
};

}  // namespace lockstep::process
