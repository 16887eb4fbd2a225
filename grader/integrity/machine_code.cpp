#include "integrity/machine_code.h"

#include <capstone/capstone.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <span>
#include <tuple>

#include "integrity/taken_names.h"

namespace lockstep::integrity {
namespace {

/// What a register holds, as far as the instructions of a function show. The greater wins.
enum class Holds { kUnknown, kGlobal, kStack };

class Instructions {
 public:
  /// \param code  of a function for x86-64
  explicit Instructions(std::span<const std::uint8_t> code) {
    if (cs_open(CS_ARCH_X86, CS_MODE_64, &handle_) != CS_ERR_OK) return;
    cs_option(handle_, CS_OPT_DETAIL, CS_OPT_ON);
    count_ = cs_disasm(handle_, code.data(), code.size(), 0, 0, &first_);
  }
  Instructions(const Instructions&) = delete;
  Instructions& operator=(const Instructions&) = delete;
  ~Instructions() {
    if (count_ > 0) cs_free(first_, count_);
    if (handle_ != 0) cs_close(&handle_);
  }

  [[nodiscard]] std::span<const cs_insn> all() const { return {first_, count_}; }
  [[nodiscard]] csh handle() const { return handle_; }

 private:
  csh handle_ = 0;
  cs_insn* first_ = nullptr;
  std::size_t count_ = 0;
};

std::span<const cs_x86_op> operands(const cs_insn& insn) {
  const cs_x86& x86 = insn.detail->x86;
  return {static_cast<const cs_x86_op*>(x86.operands), x86.op_count};
}

bool is_stack(x86_reg reg) { return reg == X86_REG_RSP || reg == X86_REG_RBP; }

/// What the registers of a function hold, wherever in it: without a look at the ways through it.
class Registers {
 public:
  explicit Registers(const Instructions& instructions) {
    for (std::size_t known = 1; known != 0;) {  // until nothing new comes of what is known
      known = 0;
      for (const cs_insn& insn : instructions.all()) known += learn(insn) ? 1 : 0;
    }
  }

  [[nodiscard]] Holds of(x86_reg reg) const {
    if (is_stack(reg)) return Holds::kStack;
    if (reg == X86_REG_RIP) return Holds::kGlobal;
    return holds_.at(static_cast<std::size_t>(reg));
  }

 private:
  bool learn(const cs_insn& insn) {
    const auto ops = operands(insn);
    if (ops.size() != 2 || ops[0].type != X86_OP_REG) return false;
    Holds held = Holds::kUnknown;
    if (insn.id == X86_INS_LEA) {
      held = std::max(of(ops[1].mem.base), of(ops[1].mem.index));
      if (ops[1].mem.base == X86_REG_INVALID) held = std::max(held, Holds::kGlobal);
    } else if (insn.id == X86_INS_MOV && ops[1].type == X86_OP_REG) {
      held = of(ops[1].reg);
    } else if (insn.id == X86_INS_MOV && ops[1].type == X86_OP_MEM && ops[1].mem.base == X86_REG_RIP) {
      held = Holds::kGlobal;  // an address that the linker fills in
    }
    Holds& before = holds_.at(static_cast<std::size_t>(ops[0].reg));
    if (held <= before) return false;
    before = held;
    return true;
  }

  std::array<Holds, X86_REG_ENDING> holds_{};
};

/// Instructions that name memory and do not access it, or access nothing but a table of the compiler's.
bool is_no_access(const cs_insn& insn, csh handle) {
  return insn.id == X86_INS_LEA || insn.id == X86_INS_NOP || insn.id == X86_INS_PUSH || insn.id == X86_INS_POP ||
         cs_insn_group(handle, &insn, CS_GRP_JUMP) || cs_insn_group(handle, &insn, CS_GRP_CALL);
}

/// Whether an instruction puts something into its first operand without a look at what is there. Of moves from the
/// registers for vectors, Capstone 4 says that they read it.
bool stores(const cs_insn& insn) {
  const std::string_view mnemonic = static_cast<const char*>(insn.mnemonic);
  return mnemonic.starts_with("mov") || mnemonic.starts_with("vmov") || mnemonic.starts_with("set") ||
         mnemonic.starts_with("stos") || mnemonic.starts_with("rep stos");
}

bool is_access(const cs_insn& insn, std::size_t operand, const Registers& registers) {
  const cs_x86_op& op = operands(insn)[operand];
  if (op.type != X86_OP_MEM || op.mem.segment == X86_REG_FS || op.mem.segment == X86_REG_GS) return false;
  const Holds held = std::max(registers.of(op.mem.base), registers.of(op.mem.index));
  if (held == Holds::kStack) return false;
  const bool pointer = held == Holds::kUnknown && op.mem.base != X86_REG_INVALID;
  return pointer || (operand == 0 && (stores(insn) || (op.access & CS_AC_WRITE) != 0));
}

bool moves_first_argument_to_result(const cs_insn& insn) {
  const auto ops = operands(insn);
  return insn.id == X86_INS_MOV && ops.size() == 2 && ops[0].type == X86_OP_REG && ops[0].reg == X86_REG_RAX &&
         ops[1].type == X86_OP_REG && ops[1].reg == X86_REG_RDI;
}

bool is_code(Elf* elf, std::size_t section) {
  GElf_Shdr header;
  Elf_Scn* const scn = elf_getscn(elf, section);
  return scn != nullptr && gelf_getshdr(scn, &header) != nullptr && (header.sh_flags & SHF_EXECINSTR) != 0;
}

/// The function that a place belongs to; null when it is in none.
/// \param functions  sorted by place
Function* function_at(const Relocation& place, std::vector<Function>& functions) {
  const auto behind = std::upper_bound(
      functions.begin(), functions.end(), std::tie(place.section, place.offset),
      [](const auto& wanted, const Function& each) { return wanted < std::tie(each.at.section, each.at.offset); });
  if (behind == functions.begin()) return nullptr;
  Function& function = *std::prev(behind);
  const bool inside = function.at.section == place.section && place.offset - function.at.offset < function.size;
  return inside ? &function : nullptr;
}

/// Marks the functions that name what compilers call in instrumented code.
/// \param functions  sorted by place
void note_instrumentation(Elf* elf, const SymbolTable& table, std::vector<Function>& functions) {
  each_relocation(
      elf, [elf](std::size_t section) { return is_code(elf, section); },
      [&](const Relocation& each) {
        const auto symbol = raw_symbol(elf, table, each.symbol);
        if (!symbol || !is_instrumentation(symbol->name)) return;
        if (Function* const function = function_at(each, functions)) function->instrumented = true;
      });
}

}  // namespace

Result<MachineCode> MachineCode::read(const std::filesystem::path& object) {
  auto file = ElfFile::open(object);
  if (!file) return tl::unexpected(file.error());
  MachineCode code(std::move(*file));
  Elf* const elf = code.file_.elf();
  std::vector<Function>& functions = code.functions_;
  if (code.file_.header().e_machine != EM_X86_64) return code;
  const SymbolTable table = symbol_table(elf);
  for (std::size_t i = 1; i < table.count; ++i) {
    const auto symbol = raw_symbol(elf, table, i);
    if (!symbol || GELF_ST_TYPE(symbol->entry.st_info) != STT_FUNC || symbol->section == SHN_UNDEF) continue;
    if (std::string_view(symbol->name).ends_with(".cold")) continue;
    functions.push_back({.name = symbol->name,
                         .at = {.section = symbol->section, .offset = symbol->entry.st_value},
                         .size = symbol->entry.st_size});
  }
  const auto place = [](const Function& each) { return std::tie(each.at.section, each.at.offset); };
  std::stable_sort(functions.begin(), functions.end(),
                   [&](const Function& a, const Function& b) { return place(a) < place(b); });
  const auto twice =  // names of one function, as constructors have two
      std::unique(functions.begin(), functions.end(),
                  [&](const Function& a, const Function& b) { return place(a) == place(b); });
  functions.erase(twice, functions.end());
  note_instrumentation(elf, table, functions);
  return code;
}

Accesses MachineCode::accesses_of(const Function& function) const {
  Elf_Scn* const scn = elf_getscn(file_.elf(), function.at.section);
  const Elf_Data* const data = scn == nullptr ? nullptr : elf_getdata(scn, nullptr);
  if (data == nullptr || data->d_buf == nullptr || function.at.offset > data->d_size ||
      function.size > data->d_size - function.at.offset) {
    return {};
  }
  const Instructions instructions({static_cast<const std::uint8_t*>(data->d_buf) + function.at.offset, function.size});
  const Registers registers(instructions);
  Accesses accesses;
  bool returns_first_argument = false;
  bool writes_first = false;
  for (const cs_insn& insn : instructions.all()) {
    returns_first_argument = returns_first_argument || moves_first_argument_to_result(insn);
    if (is_no_access(insn, instructions.handle())) continue;
    for (std::size_t i = 0; i < operands(insn).size(); ++i) {
      if (!is_access(insn, i, registers)) continue;
      if (accesses.spots.empty()) writes_first = i == 0 && stores(insn);
      accesses.spots.push_back({.section = function.at.section, .offset = function.at.offset + insn.address});
      break;
    }
  }
  accesses.makes_its_result = returns_first_argument && writes_first;
  return accesses;
}

}  // namespace lockstep::integrity
