#pragma once

/// An object that several threads use, by reference: it is neither copied nor moved.
class Shared {
 public:
  Shared() = default;
  virtual ~Shared() = default;
  Shared(const Shared&) = delete;
  Shared& operator=(const Shared&) = delete;
};
