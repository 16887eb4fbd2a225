#pragma once

#include <elfutils/libdw.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <unordered_map>
#include <vector>

#include "lockstep/debug_info.h"

namespace lockstep::debug_info {

/// Finds the functions at an address, also in a lambda and in clang's DWARF 5, where dwarf_getscopes does not. Reads
/// the entries of a unit once. What it was asked of must outlive it.
class Functions {
 public:
  /// The calls that are inlined at `pc`, innermost first, and then the function that they are inlined into.
  /// \param pc  relative to the unit's module
  [[nodiscard]] std::vector<Dwarf_Die> at(Dwarf_Die& unit, Dwarf_Addr pc) {
    const std::vector<Range>& ranges = ranges_of(unit);
    const auto behind = std::upper_bound(ranges.begin(), ranges.end(), pc,
                                         [](Dwarf_Addr address, const Range& range) { return address < range.begin; });
    std::vector<Dwarf_Die> functions;
    if (behind == ranges.begin() || pc >= std::prev(behind)->end) return functions;
    Dwarf_Die function = std::prev(behind)->function;
    add_inlined(function, pc, functions);
    functions.push_back(function);
    return functions;
  }

 private:
  /// Of a function, which has several where its cold part lies elsewhere.
  struct Range {
    Dwarf_Addr begin;
    Dwarf_Addr end;
    Dwarf_Die function;
  };

  const std::vector<Range>& ranges_of(Dwarf_Die& unit) {
    const auto [known, is_new] = ranges_.try_emplace(unit.addr);
    if (is_new) {
      add_ranges(unit, known->second);
      std::sort(known->second.begin(), known->second.end(),
                [](const Range& one, const Range& other) { return one.begin < other.begin; });
    }
    return known->second;
  }

  static void add_ranges(Dwarf_Die& parent, std::vector<Range>& ranges) {
    Dwarf_Die child{};
    if (dwarf_child(&parent, &child) != 0) return;
    do {
      if (dwarf_tag(&child) == DW_TAG_subprogram) {
        Range range{.begin = 0, .end = 0, .function = child};
        Dwarf_Addr base = 0;
        for (std::ptrdiff_t next = 0; (next = dwarf_ranges(&child, next, &base, &range.begin, &range.end)) > 0;)
          ranges.push_back(range);
      }
      if (may_hold_code(child, parent)) add_ranges(child, ranges);
    } while (dwarf_siblingof(&child, &child) == 0);
  }

  static void add_inlined(Dwarf_Die& parent, Dwarf_Addr pc, std::vector<Dwarf_Die>& functions) {
    Dwarf_Die child{};
    if (dwarf_child(&parent, &child) != 0) return;
    do {
      if (dwarf_haspc(&child, pc) <= 0) continue;
      add_inlined(child, pc, functions);
      if (dwarf_tag(&child) == DW_TAG_inlined_subroutine) functions.push_back(child);
      return;
    } while (dwarf_siblingof(&child, &child) == 0);
  }

  std::unordered_map<const void*, std::vector<Range>> ranges_;  ///< of each unit, by its entry, in ascending order
};

}  // namespace lockstep::debug_info
