// System calls without the C library, for which a submission could have functions of the same names. Where the
// machine is none of those below, the C library's are used. All is static: no other object can define it.
#pragma once

#include <cerrno>
#include <cstddef>
#include <string_view>

#if !defined(__x86_64__) && !defined(__aarch64__)
#include <unistd.h>
#endif

/// Code that runs before a sanitizer's runtime is ready.
#if defined(__clang__)
#define LOCKSTEP_NOT_INSTRUMENTED __attribute__((no_sanitize("thread", "address", "undefined"), noinline))
#else
#define LOCKSTEP_NOT_INSTRUMENTED \
  __attribute__((no_sanitize_thread, no_sanitize_address, no_sanitize_undefined, noinline))
#endif

namespace lockstep::raw_io {

enum class Call { kRead, kWrite, kGetPid };

#if defined(__x86_64__) || defined(__aarch64__)
/// Its number on this machine (Linux, asm/unistd.h).
LOCKSTEP_NOT_INSTRUMENTED static inline long number_of(Call which) {
#if defined(__x86_64__)
  return which == Call::kRead ? 0 : which == Call::kWrite ? 1 : 39;
#else
  return which == Call::kRead ? 63 : which == Call::kWrite ? 64 : 172;
#endif
}
#endif

/// The system call. \return what the kernel returns: bytes, a number, or a negative error number
LOCKSTEP_NOT_INSTRUMENTED static inline long call(Call which, int fd = 0, const void* data = nullptr,
                                                  std::size_t size = 0) {
#if defined(__x86_64__)
  long result = number_of(which);
  __asm__ volatile("syscall" : "+a"(result) : "D"(fd), "S"(data), "d"(size) : "rcx", "r11", "memory");
  return result;
#elif defined(__aarch64__)
  register long number __asm__("x8") = number_of(which);
  register long result __asm__("x0") = fd;
  register const void* address __asm__("x1") = data;
  register std::size_t length __asm__("x2") = size;
  __asm__ volatile("svc 0" : "+r"(result) : "r"(number), "r"(address), "r"(length) : "memory");
  return result;
#else
  if (which == Call::kGetPid) return getpid();
  return which == Call::kRead ? read(fd, const_cast<void*>(data), size) : write(fd, data, size);
#endif
}

/// Writes all of a text, unless nobody can read it any more.
static inline void write_all(int fd, std::string_view text) {
  while (!text.empty()) {
    const long written = call(Call::kWrite, fd, text.data(), text.size());
    if (written == -EINTR) continue;
    if (written <= 0) return;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace lockstep::raw_io
