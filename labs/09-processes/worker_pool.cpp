#include "worker_pool.h"

#include <stdexcept>

WorkerPool::WorkerPool(unsigned /*workers*/, const Work& /*work*/) {
  throw std::logic_error("WorkerPool is not written yet: see part 4 of README.md");
}

WorkerPool::~WorkerPool() = default;

unsigned WorkerPool::size() const noexcept { return 0; }

Bytes WorkerPool::call(unsigned /*worker*/, const Bytes& /*input*/) {
  throw std::logic_error("WorkerPool::call is not written yet: see part 4 of README.md");
}
