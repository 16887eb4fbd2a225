#include "explorer/program/initial_state.h"

#include <link.h>

#include <algorithm>
#include <cstring>

#include "explorer/heap/early_blocks.h"

// NOLINTNEXTLINE(readability-identifier-naming): the linker knows it by this name
extern "C" const char lockstep_puts_back_early_blocks = 1;

namespace lockstep::explorer {
namespace {

struct Search {
  std::uintptr_t address;
  std::vector<std::pair<std::byte*, std::size_t>> writable;
};

bool contains(const dl_phdr_info& module, std::uintptr_t address) {
  for (int i = 0; i < module.dlpi_phnum; ++i) {
    const auto& header = module.dlpi_phdr[i];
    if (header.p_type == PT_LOAD && address - (module.dlpi_addr + header.p_vaddr) < header.p_memsz) return true;
  }
  return false;
}

/// Relocated once and then read-only: writing there is a fault.
bool read_only_by_now(const dl_phdr_info& module, std::uintptr_t address) {
  for (int i = 0; i < module.dlpi_phnum; ++i) {
    const auto& header = module.dlpi_phdr[i];
    constexpr std::uintptr_t kPage = 4096;
    const std::uintptr_t begin = (module.dlpi_addr + header.p_vaddr) & ~(kPage - 1);
    const std::uintptr_t end = (module.dlpi_addr + header.p_vaddr + header.p_memsz) & ~(kPage - 1);
    if (header.p_type == PT_GNU_RELRO && address >= begin && address < end) return true;
  }
  return false;
}

int note_writable(dl_phdr_info* module, std::size_t, void* data) {
  auto& search = *static_cast<Search*>(data);
  if (!contains(*module, search.address)) return 0;
  for (int i = 0; i < module->dlpi_phnum; ++i) {
    const auto& header = module->dlpi_phdr[i];
    if (header.p_type != PT_LOAD || (header.p_flags & PF_W) == 0) continue;
    std::uintptr_t begin = module->dlpi_addr + header.p_vaddr;
    const std::uintptr_t end = begin + header.p_memsz;
    while (begin < end && read_only_by_now(*module, begin)) begin = (begin | 4095) + 1;
    if (begin < end) search.writable.emplace_back(reinterpret_cast<std::byte*>(begin), end - begin);
  }
  return 1;
}

}  // namespace

InitialState::InitialState(const void* address) {
  Search search{.address = reinterpret_cast<std::uintptr_t>(address), .writable = {}};
  dl_iterate_phdr(note_writable, &search);
  for_each_early_block(
      [&](void* block, std::size_t size) { search.writable.emplace_back(static_cast<std::byte*>(block), size); });
  for (const auto& [begin, size] : search.writable) ranges_.push_back({begin, {begin, begin + size}});
}

void InitialState::put_back() const {
  for (const Range& range : ranges_) std::memcpy(range.begin, range.contents.data(), range.contents.size());
}

}  // namespace lockstep::explorer
