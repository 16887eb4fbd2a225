#pragma once
namespace lockstep {
template <class Body>
void explore(Body) {}
}  // namespace lockstep
