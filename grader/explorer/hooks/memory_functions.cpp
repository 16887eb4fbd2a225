// What the program calls in the C library to copy, fill and compare memory, which is not compiled with
// -fsanitize=thread. Linking with --wrap (CMakeLists.txt) brings the calls of the program's own code here, and only
// those: what a shared library does inside is its own.

#include <cstddef>
#include <cstring>

#include "explorer/engine/exploring.h"
#include "explorer/hooks/access.h"

namespace lockstep::explorer {
namespace {

void note(const void* memory, std::size_t size, Access::Kind kind, const void* caller) {
  if (!exploring || size == 0) return;
  const EngineScope scope;
  note_access(memory, size, kind, caller);
}

}  // namespace

// NOLINTBEGIN(bugprone-reserved-identifier): the names are the linker's
extern "C" {

void* __real_memcpy(void* to, const void* from, std::size_t size);
void* __real_memmove(void* to, const void* from, std::size_t size);
void* __real_memset(void* to, int byte, std::size_t size);
int __real_memcmp(const void* a, const void* b, std::size_t size);
std::size_t __real_strlen(const char* text);
char* __real_strcpy(char* to, const char* from);

void* __wrap_memcpy(void* to, const void* from, std::size_t size) {
  note(from, size, Access::kRead, __builtin_return_address(0));
  note(to, size, Access::kWrite, __builtin_return_address(0));
  return __real_memcpy(to, from, size);
}

void* __wrap_memmove(void* to, const void* from, std::size_t size) {
  note(from, size, Access::kRead, __builtin_return_address(0));
  note(to, size, Access::kWrite, __builtin_return_address(0));
  return __real_memmove(to, from, size);
}

void* __wrap_memset(void* to, int byte, std::size_t size) {
  note(to, size, Access::kWrite, __builtin_return_address(0));
  return __real_memset(to, byte, size);
}

int __wrap_memcmp(const void* a, const void* b, std::size_t size) {
  note(a, size, Access::kRead, __builtin_return_address(0));
  note(b, size, Access::kRead, __builtin_return_address(0));
  return __real_memcmp(a, b, size);
}

std::size_t __wrap_strlen(const char* text) {
  const std::size_t length = __real_strlen(text);
  note(text, length + 1, Access::kRead, __builtin_return_address(0));
  return length;
}

// What clang calls in their place, from version 16 on.
void* __tsan_memcpy(void* to, const void* from, std::size_t size) { return __wrap_memcpy(to, from, size); }
void* __tsan_memmove(void* to, const void* from, std::size_t size) { return __wrap_memmove(to, from, size); }
void* __tsan_memset(void* to, int byte, std::size_t size) { return __wrap_memset(to, byte, size); }

char* __wrap_strcpy(char* to, const char* from) {
  const std::size_t size = __real_strlen(from) + 1;
  note(from, size, Access::kRead, __builtin_return_address(0));
  note(to, size, Access::kWrite, __builtin_return_address(0));
  return __real_strcpy(to, from);
}
}
// NOLINTEND(bugprone-reserved-identifier)

}  // namespace lockstep::explorer
