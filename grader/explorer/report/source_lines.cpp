#include "explorer/report/source_lines.h"

#include <dwarf.h>

#include <algorithm>
#include <unordered_map>

#include "lockstep/debug_info.h"

namespace lockstep::explorer {
namespace {

class Lines {
 public:
  Lines(std::span<const std::uintptr_t> addresses, const std::function<bool(const std::string&)>& wanted)
      : addresses_(addresses), wanted_(wanted), lines_(addresses.size()) {}

  std::vector<std::optional<SourceLine>> find() && {
    Dwarf_Die* unit = nullptr;
    if (session_.module() == nullptr) return std::move(lines_);
    while ((unit = dwfl_module_nextcu(session_.module(), unit, &bias_)) != nullptr) add_inlined_calls(*unit, *unit);
    for (std::size_t i = 0; i < addresses_.size(); ++i) add_innermost(i);
    return std::move(lines_);
  }

 private:
  /// From the outside in: what is further in replaces what is around it.
  void add_inlined_calls(Dwarf_Die& parent, Dwarf_Die& unit) {
    Dwarf_Die child{};
    if (dwarf_child(&parent, &child) != 0) return;
    do {
      if (dwarf_tag(&child) == DW_TAG_inlined_subroutine) add_call(child, unit);
      if (debug_info::may_hold_code(child, parent)) add_inlined_calls(child, unit);
    } while (dwarf_siblingof(&child, &child) == 0);
  }

  void add_call(Dwarf_Die& call, Dwarf_Die& unit) {
    const debug_info::Place place = debug_info::call_place(unit, call);
    if (place.file == nullptr || place.line <= 0) return;
    const SourceLine line{.file = absolute(&unit, place.file), .line = place.line};
    if (!is_wanted(line.file)) return;
    Dwarf_Addr base = 0;
    Dwarf_Addr begin = 0;
    Dwarf_Addr end = 0;
    for (std::ptrdiff_t next = 0; (next = dwarf_ranges(&call, next, &base, &begin, &end)) > 0;) {
      const auto first = std::lower_bound(addresses_.begin(), addresses_.end(), begin + bias_) - addresses_.begin();
      for (auto i = static_cast<std::size_t>(first); i < addresses_.size() && addresses_[i] < end + bias_; ++i) {
        lines_[i] = line;
      }
    }
  }

  void add_innermost(std::size_t i) {
    Dwarf_Addr bias = 0;
    Dwarf_Die* const unit = session_.unit_at(addresses_[i], bias);
    if (unit == nullptr) return;
    SourceLine line = line_at(unit, addresses_[i] - bias);
    if (line.line > 0 && is_wanted(line.file)) lines_[i] = std::move(line);
  }

  bool is_wanted(const std::string& file) {
    const auto [known, is_new] = known_.try_emplace(file, false);
    if (is_new) known->second = wanted_(file);
    return known->second;
  }

  std::span<const std::uintptr_t> addresses_;
  const std::function<bool(const std::string&)>& wanted_;
  std::vector<std::optional<SourceLine>> lines_;
  std::unordered_map<std::string, bool> known_;
  DebugSession session_;
  Dwarf_Addr bias_ = 0;
};

}  // namespace

std::vector<std::optional<SourceLine>> source_lines(std::span<const std::uintptr_t> addresses,
                                                    const std::function<bool(const std::string&)>& wanted) {
  return Lines(addresses, wanted).find();
}

}  // namespace lockstep::explorer
