#include "explorer/engine/stack.h"

#include <link.h>
#include <unwind.h>

#include <algorithm>

namespace lockstep::explorer {
namespace {

constexpr std::size_t kDeepest = 32;

Image find_image() {
  Image found;
  const auto visit = [](dl_phdr_info* module, std::size_t, void* data) {
    auto* image = static_cast<Image*>(data);
    image->begin = module->dlpi_addr;
    for (int i = 0; i < module->dlpi_phnum; ++i) {
      const auto& header = module->dlpi_phdr[i];
      if (header.p_type != PT_LOAD || (header.p_flags & PF_X) == 0) continue;
      image->end = std::max<std::uintptr_t>(image->end, module->dlpi_addr + header.p_vaddr + header.p_memsz);
    }
    return 1;  // the first module is the executable
  };
  dl_iterate_phdr(visit, &found);
  return found;
}

}  // namespace

const Image& image() {
  static const Image the_image = find_image();
  return the_image;
}

Stack own_stack() {
  Stack stack;
  const auto visit = [](_Unwind_Context* context, void* data) {
    auto* frames = static_cast<Stack*>(data);
    const std::uintptr_t address = _Unwind_GetIP(context);
    if (address == 0) return _URC_END_OF_STACK;
    frames->push_back(address - 1);  // inside the call, whose line is meant
    return frames->size() < kDeepest ? _URC_NO_REASON : _URC_END_OF_STACK;
  };
  _Unwind_Backtrace(visit, &stack);
  return stack;
}

}  // namespace lockstep::explorer
