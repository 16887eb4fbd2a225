#pragma once

#include <elfutils/libdw.h>
#include <elfutils/libdwfl.h>

#include <cstdint>
#include <string>

namespace lockstep::explorer {

/// A line of a source file, as the compiler names it: empty and 0 where it says nothing.
struct SourceLine {
  std::string file;
  int line = 0;
};

/// A file that the compiler was given as a relative path begins where it ran.
[[nodiscard]] std::string absolute(Dwarf_Die* unit, const std::string& file);

/// The innermost line at `pc`.
/// \param pc  relative to the unit's module
[[nodiscard]] SourceLine line_at(Dwarf_Die* unit, Dwarf_Addr pc);

/// Reads the debug information of the image.
class DebugSession {
 public:
  DebugSession();
  ~DebugSession();
  DebugSession(const DebugSession&) = delete;
  DebugSession& operator=(const DebugSession&) = delete;

  /// Null where it cannot be read.
  [[nodiscard]] Dwfl_Module* module() const { return module_; }

  /// The compilation unit that has an address; null when none has.
  /// \param bias  is set: what an address in the process is above the unit's
  [[nodiscard]] Dwarf_Die* unit_at(std::uintptr_t address, Dwarf_Addr& bias) const;

 private:
  Dwfl_Callbacks callbacks_{};
  Dwfl* dwfl_ = nullptr;
  Dwfl_Module* module_ = nullptr;
};

}  // namespace lockstep::explorer
