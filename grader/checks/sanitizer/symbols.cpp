#include "checks/sanitizer/symbols.h"

#include <elfutils/libdwfl.h>

#include <memory>

namespace lockstep::checks {

bool any_symbol(const std::filesystem::path& object, const std::function<bool(std::string_view mangled)>& matches) {
  static constexpr Dwfl_Callbacks kCallbacks{.find_elf = nullptr,
                                             .find_debuginfo = dwfl_standard_find_debuginfo,
                                             .section_address = dwfl_offline_section_address,
                                             .debuginfo_path = nullptr};
  const std::unique_ptr<Dwfl, decltype(&dwfl_end)> dwfl(dwfl_begin(&kCallbacks), dwfl_end);
  if (dwfl == nullptr) return false;
  Dwfl_Module* const module = dwfl_report_offline(dwfl.get(), "", object.c_str(), -1);
  if (module == nullptr) return false;
  dwfl_report_end(dwfl.get(), nullptr, nullptr);
  const int count = dwfl_module_getsymtab(module);
  for (int i = 0; i < count; ++i) {
    GElf_Sym symbol;
    const char* const name = dwfl_module_getsym(module, i, &symbol, nullptr);
    if (name != nullptr && matches(name)) return true;
  }
  return false;
}

}  // namespace lockstep::checks
