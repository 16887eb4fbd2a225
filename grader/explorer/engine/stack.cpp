#include "explorer/engine/stack.h"

#include <link.h>
#include <unwind.h>

#include <algorithm>

namespace lockstep::explorer {
namespace {

constexpr std::size_t kDeepest = 32;

struct Search {
  std::uintptr_t address = 0;  ///< 0: the first module, which is the executable
  Image found;
};

int look_at(dl_phdr_info* module, std::size_t, void* data) {
  auto& search = *static_cast<Search*>(data);
  Image image{.begin = module->dlpi_addr, .end = 0, .path = module->dlpi_name};
  if (image.path.empty()) image.path = "/proc/self/exe";
  for (int i = 0; i < module->dlpi_phnum; ++i) {
    const auto& header = module->dlpi_phdr[i];
    if (header.p_type != PT_LOAD || (header.p_flags & PF_X) == 0) continue;
    image.end = std::max<std::uintptr_t>(image.end, module->dlpi_addr + header.p_vaddr + header.p_memsz);
  }
  if (search.address != 0 && image.place(search.address) == 0) return 0;
  search.found = std::move(image);
  return 1;
}

Image find_image(std::uintptr_t address) {
  Search search{.address = address, .found = {}};
  dl_iterate_phdr(look_at, &search);
  return search.found;
}

Image& the_image() {
  static Image image = find_image(0);
  return image;
}

}  // namespace

const Image& image() { return the_image(); }

void explore_module_of(const void* address) { the_image() = find_image(reinterpret_cast<std::uintptr_t>(address)); }

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
