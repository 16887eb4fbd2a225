#include "checks/api_rules/uses.h"

#include <dwarf.h>
#include <elfutils/libdw.h>
#include <fcntl.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <memory>
#include <set>

#include "lockstep/debug_info.h"
#include "os/fd.h"

namespace lockstep::checks {
namespace {

/// `std::_V2::condition_variable_any<...>` as a person writes it.
std::string plain(std::string_view name) { return std::string(name.substr(0, name.find('<'))); }

/// Follows an attribute of `die` to another entry.
std::optional<Dwarf_Die> referred(Dwarf_Die& die, unsigned attribute) {
  Dwarf_Attribute value;
  Dwarf_Die target;
  if (dwarf_attr_integrate(&die, attribute, &value) == nullptr) return std::nullopt;
  if (dwarf_formref_die(&value, &target) == nullptr) return std::nullopt;
  return target;
}

/// The entry that says where a function belongs: not its copies, nor the definition outside its class.
Dwarf_Die declaration_of(Dwarf_Die die) {
  for (const unsigned attribute : {DW_AT_abstract_origin, DW_AT_specification}) {
    Dwarf_Attribute value;
    Dwarf_Die target;
    if (dwarf_attr(&die, attribute, &value) != nullptr && dwarf_formref_die(&value, &target) != nullptr) die = target;
  }
  return die;
}

class Reader {
 public:
  explicit Reader(const FileOf& file_of) : file_of_(file_of) {}

  void read(Dwarf* dwarf) {
    Dwarf_CU* unit = nullptr;
    Dwarf_Die root;
    while (dwarf_get_units(dwarf, unit, &unit, nullptr, nullptr, &root, nullptr) == 0) {
      unit_ = &root;
      std::size_t count = 0;
      if (dwarf_getsrcfiles(&root, &files_, &count) == 0 && names_a_file_of_interest(count)) visit_children(root);
    }
  }

  [[nodiscard]] std::vector<Use> uses() const { return {uses_.begin(), uses_.end()}; }

 private:
  bool names_a_file_of_interest(std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      const char* path = dwarf_filesrc(files_, i, nullptr, nullptr);
      if (path != nullptr && file_of_(path)) return true;
    }
    return false;
  }

  void visit_children(Dwarf_Die& die) {
    Dwarf_Die child;
    if (dwarf_child(&die, &child) != 0) return;
    do {
      visit(child);
      visit_children(child);
    } while (dwarf_siblingof(&child, &child) == 0);
  }

  void visit(Dwarf_Die& die) {
    switch (dwarf_tag(&die)) {
      case DW_TAG_variable:
      case DW_TAG_member:
      case DW_TAG_formal_parameter:
      case DW_TAG_inheritance:
        if (const auto at = place(die, DW_AT_decl_file, DW_AT_decl_line)) note_type(die, *at, 0);
        break;
      case DW_TAG_inlined_subroutine:
        if (const auto at = place(die, DW_AT_call_file, DW_AT_call_line)) note(declaration_of(die), *at);
        break;
      case DW_TAG_call_site:
      case DW_TAG_GNU_call_site:
        note_call(die);
        break;
      default:
        break;
    }
  }

  void note_call(Dwarf_Die& die) {
    Dwarf_Attribute value;
    Dwarf_Addr after = 0;
    if (dwarf_attr(&die, DW_AT_call_return_pc, &value) == nullptr &&
        dwarf_attr(&die, DW_AT_low_pc, &value) == nullptr) {
      return;
    }
    if (dwarf_formaddr(&value, &after) != 0) return;
    Dwarf_Line* line = dwarf_getsrc_die(unit_, after - 1);
    const char* path = line == nullptr ? nullptr : dwarf_linesrc(line, nullptr, nullptr);
    const auto file = path == nullptr ? std::nullopt : file_of_(path);
    if (!file) return;
    Use at{.name = {}, .file = *file, .line = 0};
    dwarf_lineno(line, &at.line);
    auto called = referred(die, DW_AT_call_origin);
    if (!called) called = referred(die, DW_AT_abstract_origin);
    if (called) note(declaration_of(*called), at);
  }

  /// A type, what it is an alias of, points to or is made of, and its template arguments.
  void note_type(Dwarf_Die& of, const Use& at, int depth) {
    constexpr int kDeepest = 8;
    const auto type = depth > kDeepest ? std::nullopt : referred(of, DW_AT_type);
    if (!type) return;
    Dwarf_Die named = *type;
    note(named, at);
    note_type(named, at, depth + 1);
    Dwarf_Die child;
    if (dwarf_child(&named, &child) != 0) return;
    do {
      if (dwarf_tag(&child) == DW_TAG_template_type_parameter) note_type(child, at, depth + 1);
    } while (dwarf_siblingof(&child, &child) == 0);
  }

  /// The place that two attributes name, when it is in a file of interest; as a use without a name.
  std::optional<Use> place(Dwarf_Die& die, unsigned file_attribute, unsigned line_attribute) {
    const debug_info::Place named = debug_info::place_of(files_, die, file_attribute, line_attribute);
    const auto file = named.file == nullptr ? std::nullopt : file_of_(named.file);
    if (!file) return std::nullopt;
    return Use{.name = {}, .file = *file, .line = named.line};
  }

  void note(Dwarf_Die die, Use at) {
    at.name = qualified(die);
    if (!at.name.empty()) uses_.insert(std::move(at));
  }

  const std::string& qualified(Dwarf_Die& die) {
    const auto [known, added] = names_.try_emplace(die.addr);
    if (!added) return known->second;
    const char* const own = dwarf_diename(&die);
    if (own == nullptr) return known->second;
    std::string& name = known->second = plain(own);
    Dwarf_Die* scopes = nullptr;
    const int count = dwarf_getscopes_die(&die, &scopes);
    const std::unique_ptr<Dwarf_Die, decltype(&std::free)> owned(scopes, std::free);
    for (int i = 1; i < count; ++i) {
      const int tag = dwarf_tag(&scopes[i]);
      const char* const scope = dwarf_diename(&scopes[i]);
      const bool names = tag == DW_TAG_namespace || tag == DW_TAG_class_type || tag == DW_TAG_structure_type;
      if (names && scope != nullptr && scope[0] != '_') name.insert(0, plain(scope) + "::");
    }
    return name;
  }

  const FileOf& file_of_;
  Dwarf_Die* unit_ = nullptr;
  Dwarf_Files* files_ = nullptr;
  std::map<void*, std::string> names_;  ///< by entry: looking for an entry's scopes reads the whole unit
  std::set<Use> uses_;
};

}  // namespace

std::vector<Use> uses_in(const std::filesystem::path& program, const FileOf& file_of) {
  const os::Fd file(open(program.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file) return {};
  const std::unique_ptr<Dwarf, decltype(&dwarf_end)> dwarf(dwarf_begin(file.get(), DWARF_C_READ), dwarf_end);
  if (dwarf == nullptr) return {};
  Reader reader(file_of);
  reader.read(dwarf.get());
  return reader.uses();
}

}  // namespace lockstep::checks
