#pragma once

#include <dwarf.h>
#include <elfutils/libdw.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What the grader and the explorer's runtime both read from the debug information of a program.
namespace lockstep::debug_info {

/// A file as the compiler named it, null when it is not known, and a line, 0 when it is not known.
struct Place {
  const char* file = nullptr;
  int line = 0;
};

/// The name of a function or an inlined call; empty when it has none.
[[nodiscard]] inline std::string name_of(Dwarf_Die& die) {
  Dwarf_Attribute attribute;
  const char* name = dwarf_formstring(dwarf_attr_integrate(&die, DW_AT_name, &attribute));
  return name != nullptr ? name : "";
}

[[nodiscard]] inline std::optional<std::uint64_t> number_of(Dwarf_Die& die, unsigned attribute) {
  Dwarf_Attribute value;
  Dwarf_Word number = 0;
  if (dwarf_attr_integrate(&die, attribute, &value) == nullptr) return std::nullopt;
  if (dwarf_formudata(&value, &number) != 0) return std::nullopt;
  return number;
}

/// The place that two attributes of an entry name: where it is declared (DW_AT_decl_...) or called (DW_AT_call_...).
[[nodiscard]] inline Place place_of(Dwarf_Files* files, Dwarf_Die& die, unsigned file_attribute,
                                    unsigned line_attribute) {
  Place place;
  if (const auto number = number_of(die, file_attribute)) {
    place.file = dwarf_filesrc(files, *number, nullptr, nullptr);
  }
  place.line = static_cast<int>(number_of(die, line_attribute).value_or(0));
  return place;
}

/// Where an inlined call stands in the source.
/// \param unit  the compilation unit that holds it
[[nodiscard]] inline Place call_place(Dwarf_Die& unit, Dwarf_Die& inlined) {
  Dwarf_Files* files = nullptr;
  if (dwarf_getsrcfiles(&unit, &files, nullptr) != 0) return {};
  return place_of(files, inlined, DW_AT_call_file, DW_AT_call_line);
}

/// Whether the code of a function may lie in an entry, or in what it holds: that of a lambda lies in its type, and that
/// in the function around it. Other types only declare their functions.
[[nodiscard]] inline bool may_hold_code(Dwarf_Die& entry, Dwarf_Die& parent) {
  switch (dwarf_tag(&entry)) {
    case DW_TAG_inlined_subroutine:
    case DW_TAG_subprogram:
    case DW_TAG_lexical_block:
    case DW_TAG_namespace:
      return true;
    case DW_TAG_structure_type:
    case DW_TAG_class_type:
      return dwarf_tag(&parent) != DW_TAG_namespace && dwarf_tag(&parent) != DW_TAG_compile_unit;
    default:
      return false;
  }
}

}  // namespace lockstep::debug_info
