#include "integrity/imports.h"

#include <algorithm>
#include <array>
#include <span>

namespace lockstep::integrity {
namespace {

using Names = std::span<const std::string_view>;

constexpr auto kProcesses = std::to_array<std::string_view>(
    {"fork", "_Fork", "__fork", "vfork", "__vfork", "clone", "__clone", "execl", "execle", "execlp", "execv", "execve",
     "execveat", "execvp", "execvpe", "fexecve", "posix_spawn", "posix_spawnp"});
constexpr auto kLookUp =
    std::to_array<std::string_view>({"dlopen", "dlmopen", "dlsym", "dlvsym", "__libc_dlopen_mode", "__libc_dlsym"});
constexpr auto kOthers =
    std::to_array<std::string_view>({"ptrace", "process_vm_readv", "process_vm_writev", "setns", "unshare"});

constexpr auto kShell = std::to_array<std::string_view>({"system", "popen"});
constexpr auto kKernel = std::to_array<std::string_view>({"syscall", "prctl", "personality"});
constexpr auto kEnds = std::to_array<std::string_view>({"_exit", "_Exit", "quick_exit", "on_exit"});
constexpr auto kEnvironment =
    std::to_array<std::string_view>({"setenv", "unsetenv", "putenv", "clearenv", "environ", "__environ", "_environ"});
constexpr auto kDescriptors = std::to_array<std::string_view>(
    {"read",    "write",  "pread",  "pwrite",      "pread64",   "pwrite64",    "readv",   "writev", "dup",
     "dup2",    "dup3",   "close",  "close_range", "closefrom", "fcntl",       "fcntl64", "ioctl",  "lseek",
     "lseek64", "open",   "open64", "openat",      "openat64",  "creat",       "pipe",    "pipe2",  "sendfile",
     "splice",  "fdopen", "socket", "connect",     "bind",      "memfd_create"});
constexpr auto kMemory = std::to_array<std::string_view>(
    {"mmap", "mmap64", "mremap", "munmap", "mprotect", "pkey_mprotect", "shmat", "dl_iterate_phdr", "dladdr"});
constexpr auto kSignals = std::to_array<std::string_view>(
    {"signal", "sigaction", "sigaltstack", "sigprocmask", "pthread_sigmask", "kill", "tgkill", "pthread_kill", "killpg",
     "setjmp", "_setjmp", "__sigsetjmp", "setitimer", "alarm", "timer_create"});

struct Group {
  Names names;
  Import import;
};

constexpr std::array kGroups{
    Group{kProcesses, {Severity::kProven, "starts another process or program"}},
    Group{kLookUp, {Severity::kProven, "looks up functions of the program by name"}},
    Group{kOthers, {Severity::kProven, "reads or changes a process from outside"}},
    Group{kShell, {Severity::kReview, "runs a command of the shell"}},
    Group{kKernel, {Severity::kReview, "asks the kernel by itself"}},
    Group{kEnds, {Severity::kReview, "ends the process at once, or changes how it ends"}},
    Group{kEnvironment, {Severity::kReview, "uses the environment that the tests run in"}},
    Group{kDescriptors, {Severity::kReview, "uses file descriptors, which the tests report through"}},
    Group{kMemory, {Severity::kReview, "uses the program's memory as a whole"}},
    Group{kSignals, {Severity::kReview, "uses signals or jumps, which the tests rely on"}}};

}  // namespace

std::optional<Import> import_of(std::string_view symbol) {
  for (const Group& group : kGroups) {
    if (std::find(group.names.begin(), group.names.end(), symbol) != group.names.end()) return group.import;
  }
  return std::nullopt;
}

}  // namespace lockstep::integrity
