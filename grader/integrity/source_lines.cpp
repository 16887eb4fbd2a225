#include "integrity/source_lines.h"

#include <elfutils/libdwfl.h>
#include <gelf.h>

#include <system_error>

namespace lockstep::integrity {
namespace {

Place read(Dwfl_Line* line) {
  if (line == nullptr) return {};
  Place place;
  const char* const file = dwfl_lineinfo(line, nullptr, &place.line, nullptr, nullptr, nullptr);
  if (file == nullptr) return {};
  std::filesystem::path path(file);
  const char* const folder = dwfl_line_comp_dir(line);
  if (path.is_relative() && folder != nullptr) path = std::filesystem::path(folder) / path;
  place.file = path.lexically_normal().string();
  return place;
}

Dwarf_Addr address_at(Dwarf_Die* unit, std::size_t row) {
  Dwarf_Addr address = 0;
  dwfl_lineinfo(dwfl_onesrcline(unit, row), &address, nullptr, nullptr, nullptr, nullptr);
  return address;
}

}  // namespace

void SourceLines::End::operator()(Dwfl* dwfl) const { dwfl_end(dwfl); }

void SourceLines::open() {
  static constexpr Dwfl_Callbacks kCallbacks{.find_elf = nullptr,
                                             .find_debuginfo = dwfl_standard_find_debuginfo,
                                             .section_address = dwfl_offline_section_address,
                                             .debuginfo_path = nullptr};
  opened_ = true;
  dwfl_.reset(dwfl_begin(&kCallbacks));
  if (dwfl_ == nullptr) return;
  module_ = dwfl_report_offline(dwfl_.get(), "", path_.c_str(), -1);
  dwfl_report_end(dwfl_.get(), nullptr, nullptr);
  GElf_Addr bias = 0;
  Elf* const elf = module_ == nullptr ? nullptr : dwfl_module_getelf(module_, &bias);
  if (elf == nullptr) return;
  for (Elf_Scn* scn = elf_nextscn(elf, nullptr); scn != nullptr; scn = elf_nextscn(elf, scn)) {
    GElf_Shdr header;
    if (gelf_getshdr(scn, &header) == nullptr || (header.sh_flags & SHF_EXECINSTR) == 0) continue;
    addresses_[elf_ndxscn(scn)] = header.sh_addr + bias;
  }
}

std::optional<std::uint64_t> SourceLines::address_of(const Spot& spot) {
  if (!opened_) open();
  const auto section = addresses_.find(spot.section);
  if (section == addresses_.end()) return std::nullopt;
  return section->second + spot.offset;
}

Place SourceLines::place_of(const Spot& spot) {
  const auto address = address_of(spot);
  return address ? read(dwfl_module_getsrc(module_, *address)) : Place{};
}

Place SourceLines::place_of_function(const Spot& spot) {
  const auto address = address_of(spot);
  GElf_Addr bias = 0;
  Dwarf_Die* const unit = address ? dwfl_module_addrdie(module_, *address, &bias) : nullptr;
  std::size_t count = 0;
  if (unit == nullptr || dwfl_getsrclines(unit, &count) != 0) return place_of(spot);
  // Of several rows with one address, the first is the function's own; what was inlined there follows.
  std::size_t first = 0;
  for (std::size_t end = count; first < end;) {
    const std::size_t middle = first + (end - first) / 2;
    if (address_at(unit, middle) < *address) {
      first = middle + 1;
    } else {
      end = middle;
    }
  }
  if (first == count || address_at(unit, first) != *address) return place_of(spot);
  return read(dwfl_onesrcline(unit, first));
}

}  // namespace lockstep::integrity
