#include "wait_for_graph.h"

#include <stdexcept>

// Part 5: a wait-for graph. Read README.md first.

struct WaitForGraph::State {};

WaitForGraph::WaitForGraph() = default;
WaitForGraph::~WaitForGraph() = default;

std::vector<ThreadId> WaitForGraph::wait(ThreadId /*thread*/, LockId /*lock*/) {
  throw std::logic_error("WaitForGraph::wait is not written yet: see part 5 of README.md");
}

void WaitForGraph::acquire(ThreadId /*thread*/, LockId /*lock*/) {
  throw std::logic_error("WaitForGraph::acquire is not written yet: see part 5 of README.md");
}

void WaitForGraph::release(ThreadId /*thread*/, LockId /*lock*/) {
  throw std::logic_error("WaitForGraph::release is not written yet: see part 5 of README.md");
}
