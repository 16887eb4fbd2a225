#include "integrity/source_lines.h"

#include <dwarf.h>
#include <elfutils/libdw.h>
#include <elfutils/libdwfl.h>
#include <gelf.h>

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace lockstep::integrity {
namespace {

Place read(Dwfl_Line* line) {
  Place place;
  const char* const file = dwfl_lineinfo(line, nullptr, &place.line, nullptr, nullptr, nullptr);
  if (file == nullptr) return {};
  std::filesystem::path path(file);
  const char* const folder = dwfl_line_comp_dir(line);
  if (path.is_relative() && folder != nullptr) path = std::filesystem::path(folder) / path;
  place.file = path.lexically_normal().string();
  return place;
}

/// A function, or the copy of an inline function, in a module's debug information.
struct Subprogram {
  Dwarf_Die entry{};
  Dwarf_Addr bias = 0;  ///< of the module's addresses

  [[nodiscard]] bool has(Dwarf_Addr address) { return dwarf_haspc(&entry, address - bias) == 1; }
  [[nodiscard]] bool is(Subprogram& other) { return dwarf_dieoffset(&entry) == dwarf_dieoffset(&other.entry); }
  [[nodiscard]] std::string file() {
    const char* const file = dwarf_decl_file(&entry);
    return file == nullptr ? "" : std::filesystem::path(file).lexically_normal().string();
  }
};

/// The innermost one around an address. clang leaves out, at -g1, a function into which none was inlined.
std::optional<Subprogram> subprogram_at(Dwfl_Module* module, Dwarf_Addr address) {
  Dwarf_Addr bias = 0;
  for (Dwarf_Die* unit = dwfl_module_nextcu(module, nullptr, &bias); unit != nullptr;
       unit = dwfl_module_nextcu(module, unit, &bias)) {
    Dwarf_Die* found = nullptr;
    const int count = dwarf_getscopes(unit, address - bias, &found);
    const std::unique_ptr<Dwarf_Die, decltype(&std::free)> scopes(count > 0 ? found : nullptr, &std::free);
    for (int i = 0; i < count; ++i) {
      Dwarf_Die* const scope = &scopes.get()[i];
      const int tag = dwarf_tag(scope);
      if (tag == DW_TAG_subprogram || tag == DW_TAG_inlined_subroutine)
        return Subprogram{.entry = *scope, .bias = bias};
    }
  }
  return std::nullopt;
}

/// Whether a row only says where the code before it ends.
bool ends_sequence(Dwfl_Line* row) {
  Dwarf_Addr bias = 0;
  Dwarf_Line* const line = dwfl_dwarf_line(row, &bias);
  bool ends = true;
  return line == nullptr || dwarf_lineendsequence(line, &ends) != 0 || ends;
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
  Dwfl_Module* const module = module_ = dwfl_report_offline(dwfl_.get(), "", path_.c_str(), -1);
  dwfl_report_end(dwfl_.get(), nullptr, nullptr);
  GElf_Addr bias = 0;
  Elf* const elf = module == nullptr ? nullptr : dwfl_module_getelf(module, &bias);
  if (elf == nullptr) return;
  for (Elf_Scn* scn = elf_nextscn(elf, nullptr); scn != nullptr; scn = elf_nextscn(elf, scn)) {
    GElf_Shdr header;
    if (gelf_getshdr(scn, &header) == nullptr || (header.sh_flags & SHF_EXECINSTR) == 0) continue;
    addresses_[elf_ndxscn(scn)] = header.sh_addr + bias;
  }
  // All units: clang leaves out the table (.debug_aranges) by which the library finds that of an address.
  for (Dwarf_Die* unit = dwfl_module_nextcu(module, nullptr, &bias); unit != nullptr;
       unit = dwfl_module_nextcu(module, unit, &bias)) {
    std::size_t count = 0;
    if (dwfl_getsrclines(unit, &count) != 0) continue;
    for (std::size_t i = 0; i < count; ++i) {
      Row row{.address = 0, .begins = false, .line = dwfl_onesrcline(unit, i)};
      dwfl_lineinfo(row.line, &row.address, nullptr, nullptr, nullptr, nullptr);
      row.begins = !ends_sequence(row.line);
      rows_.push_back(row);
    }
  }
  std::stable_sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) {
    return std::tie(a.address, a.begins) < std::tie(b.address, b.begins);
  });
}

std::optional<std::uint64_t> SourceLines::address_of(const Spot& spot) {
  if (!opened_) open();
  const auto section = addresses_.find(spot.section);
  if (section == addresses_.end()) return std::nullopt;
  return section->second + spot.offset;
}

Place SourceLines::place_of(const Spot& spot) {
  const auto address = address_of(spot);
  if (!address) return {};
  auto row = std::upper_bound(rows_.begin(), rows_.end(), *address,
                              [](std::uint64_t wanted, const Row& each) { return wanted < each.address; });
  if (row == rows_.begin() || !(--row)->begins) return {};
  const Place place = read(row->line);
  // The file of a row without a line is that of the row before, as clang writes it, and says nothing.
  return place.line == 0 ? function_around(*address) : place;
}

Place SourceLines::function_around(std::uint64_t address) const {
  const auto has_line = [](const Row& row) { return row.begins && read(row.line).line != 0; };
  auto function = subprogram_at(module_, address);
  if (!function) {  // so nothing was inlined into it: the line before is its own
    Place before;
    for (auto row = rows_.begin(); row != rows_.end() && row->address <= address; ++row) {
      if (has_line(*row)) before = read(row->line);
    }
    return {.file = before.file};
  }
  if (const std::string file = function->file(); !file.empty()) return {.file = file};
  // clang names no function's file at -g1: a line that is in this function, and in none inlined into it, tells it.
  const auto own = std::find_if(rows_.begin(), rows_.end(), [&](const Row& row) {
    if (!has_line(row) || !function->has(row.address)) return false;
    auto of_row = subprogram_at(module_, row.address);
    return of_row && of_row->is(*function);
  });
  return {.file = own == rows_.end() ? "" : read(own->line).file};
}

Place SourceLines::place_of_function(const Spot& spot) {
  const auto address = address_of(spot);
  if (!address) return {};
  // Of several rows with one address, the first is the function's own; what was inlined there follows.
  const auto row = std::lower_bound(rows_.begin(), rows_.end(), std::tuple(*address, true),
                                    [](const Row& each, const std::tuple<std::uint64_t, bool>& wanted) {
                                      return std::tie(each.address, each.begins) < wanted;
                                    });
  return row == rows_.end() || row->address != *address ? place_of(spot) : read(row->line);
}

}  // namespace lockstep::integrity
