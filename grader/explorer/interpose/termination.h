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

/// While it lives, ends of the whole process are findings: an uncaught exception, a fatal signal, an exit.
class TrapTermination {
 public:
  TrapTermination();
  ~TrapTermination();
  TrapTermination(const TrapTermination&) = delete;
  TrapTermination& operator=(const TrapTermination&) = delete;

 private:
  HandlerStack handler_stack_;
};

}  // namespace lockstep::explorer
