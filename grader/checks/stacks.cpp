#include "checks/stacks.h"

#include <cxxabi.h>
#include <dwarf.h>
#include <elfutils/libdwfl.h>

#include <cstdlib>
#include <memory>
#include <system_error>
#include <utility>

#include "lockstep/debug_functions.h"

namespace lockstep::checks {
namespace {

constexpr std::size_t kMostFrames = 64;

struct EndDwfl {
  void operator()(Dwfl* dwfl) const { dwfl_end(dwfl); }
};
using DwflHandle = std::unique_ptr<Dwfl, EndDwfl>;

std::string demangled(const char* symbol) {
  if (symbol == nullptr) return "?";
  int status = 0;
  const std::unique_ptr<char, decltype(&std::free)> text(abi::__cxa_demangle(symbol, nullptr, nullptr, &status),
                                                         std::free);
  return status == 0 ? text.get() : symbol;
}

/// Adds the calls that are inlined at an address. A lock or a wait is inlined into the line that takes it: without
/// them, a thread would seem to stand in a header of the library.
/// \param frame  has the innermost file and line; afterwards, the function that holds the address, and the line there
void add_inlined(Dwfl_Module* module, Dwarf_Addr address, debug_info::Functions& functions, Frame& frame,
                 Stack& stack) {
  Dwarf_Addr bias = 0;
  Dwarf_Die* unit = dwfl_module_addrdie(module, address, &bias);
  if (unit == nullptr) return;
  for (Dwarf_Die& function : functions.at(*unit, address - bias)) {
    frame.function = debug_info::name_of(function);
    if (frame.function.empty()) frame.function = "?";
    if (dwarf_tag(&function) == DW_TAG_subprogram) return;
    stack.push_back(frame);
    const debug_info::Place call = debug_info::call_place(*unit, function);
    frame = {.function = "", .file = call.file != nullptr ? call.file : "", .line = call.line};
  }
}

void add_frames(Dwfl* dwfl, Dwarf_Addr address, debug_info::Functions& functions, Stack& stack) {
  Frame frame;
  Dwfl_Module* module = dwfl_addrmodule(dwfl, address);
  Dwfl_Line* line = module == nullptr ? nullptr : dwfl_module_getsrc(module, address);
  if (const char* file =
          line == nullptr ? nullptr : dwfl_lineinfo(line, nullptr, &frame.line, nullptr, nullptr, nullptr)) {
    frame.file = file;
    add_inlined(module, address, functions, frame, stack);
  }
  if (frame.function.empty()) {
    frame.function = demangled(module == nullptr ? nullptr : dwfl_module_addrname(module, address));
  }
  stack.push_back(std::move(frame));
}

/// What is read of a process, and where it goes.
struct Reading {
  std::vector<Stack>& stacks;
  debug_info::Functions functions = {};
};

int add_frame(Dwfl_Frame* state, void* to) {
  auto& [stacks, functions] = *static_cast<Reading*>(to);
  Stack& stack = stacks.back();
  Dwarf_Addr address = 0;
  bool is_activation = false;
  if (!dwfl_frame_pc(state, &address, &is_activation)) return DWARF_CB_ABORT;
  // A return address is one past the call; the call itself is what the reader looks for.
  if (!is_activation) --address;
  add_frames(dwfl_thread_dwfl(dwfl_frame_thread(state)), address, functions, stack);
  return stack.size() < kMostFrames ? DWARF_CB_OK : DWARF_CB_ABORT;
}

int add_thread(Dwfl_Thread* thread, void* to) {
  static_cast<Reading*>(to)->stacks.emplace_back();
  dwfl_thread_getframes(thread, add_frame, to);
  return DWARF_CB_OK;
}

void read_process(pid_t pid, std::vector<Stack>& stacks) {
  char* no_debug_path = nullptr;
  const Dwfl_Callbacks callbacks{.find_elf = dwfl_linux_proc_find_elf,
                                 .find_debuginfo = dwfl_standard_find_debuginfo,
                                 .section_address = nullptr,
                                 .debuginfo_path = &no_debug_path};
  const DwflHandle dwfl(dwfl_begin(&callbacks));
  if (!dwfl || dwfl_linux_proc_report(dwfl.get(), pid) != 0) return;
  if (dwfl_report_end(dwfl.get(), nullptr, nullptr) != 0) return;
  if (dwfl_linux_proc_attach(dwfl.get(), pid, /*assume_ptrace_stopped=*/false) != 0) return;
  Reading reading{.stacks = stacks};
  dwfl_getthreads(dwfl.get(), add_thread, &reading);
}

}  // namespace

std::vector<Stack> read_stacks(const std::vector<pid_t>& pids, const std::filesystem::path& program) {
  std::vector<Stack> stacks;
  for (const pid_t pid : pids) {
    std::error_code failed;
    const auto runs = std::filesystem::read_symlink("/proc/" + std::to_string(pid) + "/exe", failed);
    if (!failed && runs.filename() == program.filename()) read_process(pid, stacks);
  }
  return stacks;
}

}  // namespace lockstep::checks
