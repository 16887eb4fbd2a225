#include "explorer/predict/virtual_cores.h"

#include <dlfcn.h>

#include <atomic>

namespace lockstep::predict {
namespace {

std::atomic<int> cores_to_tell{0};  // 0: those of the machine; what stands in for the C library has no object to be in

}  // namespace

VirtualCores::VirtualCores(unsigned cores) { cores_to_tell = static_cast<int>(cores); }
VirtualCores::~VirtualCores() { cores_to_tell = 0; }

extern "C" int get_nprocs() {  // what libstdc++ asks; it comes here by -rdynamic
  if (const int told = cores_to_tell; told > 0) return told;
  static const auto machines = reinterpret_cast<int (*)()>(dlsym(RTLD_NEXT, "get_nprocs"));
  return machines == nullptr ? 1 : machines();
}

}  // namespace lockstep::predict
