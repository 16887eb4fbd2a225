#include "explorer/report/debug_session.h"

#include <dwarf.h>

#include "explorer/image/stack.h"

namespace lockstep::explorer {

std::string absolute(Dwarf_Die* unit, const std::string& file) {
  Dwarf_Attribute attribute;
  const char* directory = dwarf_formstring(dwarf_attr(unit, DW_AT_comp_dir, &attribute));
  return file.starts_with('/') || directory == nullptr ? file : std::string(directory) + "/" + file;
}

SourceLine line_at(Dwarf_Die* unit, Dwarf_Addr pc) {
  SourceLine found;
  Dwarf_Line* const line = dwarf_getsrc_die(unit, pc);
  if (line == nullptr) return found;
  const char* file = dwarf_linesrc(line, nullptr, nullptr);
  if (file != nullptr) found.file = absolute(unit, file);
  dwarf_lineno(line, &found.line);
  return found;
}

DebugSession::DebugSession() {
  callbacks_.find_elf = dwfl_build_id_find_elf;
  callbacks_.find_debuginfo = dwfl_standard_find_debuginfo;
  dwfl_ = dwfl_begin(&callbacks_);
  if (dwfl_ == nullptr) return;
  module_ = dwfl_report_elf(dwfl_, "program", image_path().c_str(), -1, image().begin, false);
  dwfl_report_end(dwfl_, nullptr, nullptr);
}

DebugSession::~DebugSession() {
  if (dwfl_ != nullptr) dwfl_end(dwfl_);
}

Dwarf_Die* DebugSession::unit_at(std::uintptr_t address, Dwarf_Addr& bias) const {
  if (module_ == nullptr) return nullptr;
  Dwarf_Die* unit = dwfl_module_addrdie(module_, address, &bias);
  if (unit != nullptr) return unit;
  // clang writes no table of addresses: then by looking at each unit.
  while ((unit = dwfl_module_nextcu(module_, unit, &bias)) != nullptr) {
    if (dwarf_haspc(unit, address - bias) > 0) return unit;
  }
  return nullptr;
}

}  // namespace lockstep::explorer
