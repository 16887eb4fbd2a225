#pragma once

namespace lockstep {

/// A base of a test's items: those that are alive are counted. In a scenario of `check_linearizable` all must be
/// destroyed, each once, when the object under test is. No synchronisation: it orders no two threads.
class Counted {
 public:
  Counted() { count(1); }
  Counted(const Counted& /*other*/) { count(1); }
  Counted& operator=(const Counted&) = default;
  ~Counted() { count(-1); }

 private:
  static void count(int change);
};

}  // namespace lockstep
