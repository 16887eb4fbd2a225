#include "nonce.h"

#include <unistd.h>

#include <cstddef>

#include "raw_io.h"

namespace lockstep {
namespace {

constexpr std::size_t kMost = 64;

// A search of the memory for the nonce as the grader made it finds nothing: it is kept under a mask. Arrays of the
// language: functions of std::array would be instrumented.
char masked[kMost];  // NOLINT(modernize-avoid-c-arrays)
char mask[kMost];    // NOLINT(modernize-avoid-c-arrays)
std::size_t length = 0;

/// `getenv` would find a submission's function of that name.
LOCKSTEP_NOT_INSTRUMENTED bool is_set(const char* name, char** environment) {
  for (char** entry = environment; *entry != nullptr; ++entry) {
    std::size_t i = 0;
    while (name[i] != '\0' && (*entry)[i] == name[i]) ++i;
    if (name[i] == '\0' && (*entry)[i] == '=') return true;
  }
  return false;
}

/// The addresses that the kernel gave this run, which differ from run to run.
LOCKSTEP_NOT_INSTRUMENTED void make_mask(const void* seed) {
  auto bits = reinterpret_cast<std::size_t>(seed);
  for (std::size_t i = 0; i < kMost; ++i) {
    bits = bits * 6364136223846793005U + 1442695040888963407U;  // Knuth's MMIX
    mask[i] = static_cast<char>(bits >> 56U);
  }
}

LOCKSTEP_NOT_INSTRUMENTED void read_nonce(int /*argc*/, char** argv, char** environment) {
  if (!is_set("LOCKSTEP_GRADES", environment)) return;
  make_mask(argv);
  char c = 0;
  while (length < kMost && raw_io::call(raw_io::Call::kRead, STDIN_FILENO, &c, 1) == 1 && c != '\n') {
    masked[length] = static_cast<char>(c ^ mask[length]);
    ++length;
  }
}

// Before all constructors, those of libraries too; a submission that has such code is refused.
__attribute__((section(".preinit_array"), used)) void (*const kAtStart)(int, char**, char**) = read_nonce;

}  // namespace

std::string nonce() {
  std::string text;
  for (std::size_t i = 0; i < length; ++i) text += static_cast<char>(masked[i] ^ mask[i]);
  return text;
}

}  // namespace lockstep
