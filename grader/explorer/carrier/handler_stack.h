#pragma once

namespace lockstep::explorer {

/// Lets the calling real thread take a fatal signal when its own stack is full.
class HandlerStack {
 public:
  HandlerStack();
  ~HandlerStack();
  HandlerStack(const HandlerStack&) = delete;
  HandlerStack& operator=(const HandlerStack&) = delete;

 private:
  void* memory_;
};

}  // namespace lockstep::explorer
