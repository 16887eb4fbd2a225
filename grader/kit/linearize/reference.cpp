// What a reference can say besides plain code.

#include <cassert>

#include "lockstep/linearize.h"

namespace lockstep {
namespace {

linearize::Choices* asked = nullptr;  // specifications are asked on one thread

}  // namespace

std::size_t one_of(std::size_t count) {
  assert(asked != nullptr && count > 0);
  return asked->answer(count);
}

std::size_t this_operation() {
  assert(asked != nullptr);
  return asked->operation();
}

namespace linearize {

Choices::Choices(std::size_t operation) : operation_(operation) { asked = this; }

Choices::~Choices() { asked = nullptr; }

bool Choices::next() {
  asked_ = 0;
  while (!answers_.empty() && answers_.back().given + 1 == answers_.back().count) answers_.pop_back();
  if (answers_.empty()) return false;
  ++answers_.back().given;
  return true;
}

std::size_t Choices::answer(std::size_t count) {
  if (asked_ == answers_.size()) answers_.push_back({.given = 0, .count = count});
  return answers_[asked_++].given;
}

}  // namespace linearize
}  // namespace lockstep
