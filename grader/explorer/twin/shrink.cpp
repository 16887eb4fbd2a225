#include "twin/shrink.h"

#include <cstddef>

namespace lockstep::explorer::twin {
namespace {

using Ops = std::vector<Op>;

/// Takes the operation at `at` away, and with a lock its unlock.
Ops without(Ops ops, std::size_t at) {
  const Op gone = ops[at];
  const auto place = ops.erase(ops.begin() + static_cast<std::ptrdiff_t>(at));
  if (gone.kind != OpKind::kLock) return ops;
  for (auto later = place; later != ops.end(); ++later) {
    if (later->kind != OpKind::kUnlock || later->mutex != gone.mutex) continue;
    ops.erase(later);
    break;
  }
  return ops;
}

/// The programs that are a little smaller.
std::vector<Program> smaller(const Program& program) {
  std::vector<Program> all;
  for (std::size_t thread = 0; thread < program.threads.size(); ++thread) {
    if (program.threads.size() > 1) {
      all.push_back(program);
      all.back().threads.erase(all.back().threads.begin() + static_cast<std::ptrdiff_t>(thread));
    }
    const Ops& ops = program.threads[thread];
    for (std::size_t at = 0; at < ops.size(); ++at) {
      if (ops.size() > 1 && ops[at].kind != OpKind::kUnlock) {
        all.push_back(program);
        all.back().threads[thread] = without(ops, at);
      }
      if (ops[at].looks > 1 && feature_of(ops[at].kind) == Feature::kPoll) {
        all.push_back(program);
        --all.back().threads[thread][at].looks;
      }
    }
  }
  return all;
}

}  // namespace

Program shrink(Program program, const std::function<bool(const Program&)>& still) {
  for (bool shrunk = true; shrunk;) {
    shrunk = false;
    for (Program& candidate : smaller(program)) {
      if (!still(candidate)) continue;
      program = std::move(candidate);
      shrunk = true;
      break;
    }
  }
  return program;
}

}  // namespace lockstep::explorer::twin
