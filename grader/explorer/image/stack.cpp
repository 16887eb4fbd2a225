#include "explorer/image/stack.h"

#include <link.h>
#include <unwind.h>

#include <algorithm>
#include <utility>

namespace lockstep::explorer {
namespace {

constexpr std::size_t kDeepest = 32;

using CodePieces = std::vector<std::span<const unsigned char>>;

struct Search {
  std::uintptr_t address = 0;  ///< 0: the first module, which is the executable
  Image found;
  CodePieces code;
  std::string path;
};

int look_at(dl_phdr_info* module, std::size_t, void* data) {
  auto& search = *static_cast<Search*>(data);
  Image image{.begin = module->dlpi_addr, .size = 0};
  CodePieces code;
  for (int i = 0; i < module->dlpi_phnum; ++i) {
    const auto& header = module->dlpi_phdr[i];
    if (header.p_type != PT_LOAD || (header.p_flags & PF_X) == 0) continue;
    image.size = std::max<std::uintptr_t>(image.size, header.p_vaddr + header.p_memsz);
    // NOLINTNEXTLINE(performance-no-int-to-ptr): where it was loaded
    code.emplace_back(reinterpret_cast<const unsigned char*>(image.begin + header.p_vaddr), header.p_memsz);
  }
  if (search.address != 0 && image.place(search.address) == 0) return 0;
  search.found = image;
  search.code = std::move(code);
  search.path = module->dlpi_name;
  return 1;
}

std::string& path() {
  static std::string the_path;
  return the_path;
}

CodePieces& the_code() {
  static CodePieces pieces;
  return pieces;
}

void find_image(std::uintptr_t address) {
  Search search{.address = address, .found = {}, .code = {}, .path = {}};
  dl_iterate_phdr(look_at, &search);
  the_image = search.found;
  the_code() = std::move(search.code);
  path() = search.path.empty() ? "/proc/self/exe" : search.path;
}

}  // namespace

constinit Image the_image;

std::vector<std::span<const unsigned char>> code() { return the_code(); }

const std::string& image_path() { return path(); }

void explore_executable() {
  if (the_image.size == 0) find_image(0);
}

void explore_module_of(const void* address) { find_image(reinterpret_cast<std::uintptr_t>(address)); }

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
