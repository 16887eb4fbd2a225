// How a program knows that it is the grader who started it. Only for files that have a `main`: all is static, since a
// submission could call a function that other objects can.
#pragma once

#include <unistd.h>

#include <cstddef>
#include <string>

#include "raw_io.h"

namespace lockstep {

constexpr std::size_t kLongestNonce = 64;

// A search of the memory for the nonce as the grader made it finds nothing: it is kept under a mask. Arrays of the
// language: functions of std::array would be instrumented.
static char masked_nonce[kLongestNonce];  // NOLINT(modernize-avoid-c-arrays)
static char nonce_mask[kLongestNonce];    // NOLINT(modernize-avoid-c-arrays)
static std::size_t nonce_length = 0;
static long nonce_reader = 0;  // the process that has read it

/// `getenv` would find a submission's function of that name.
LOCKSTEP_NOT_INSTRUMENTED static bool is_set(const char* name, char** environment) {
  for (char** entry = environment; *entry != nullptr; ++entry) {
    std::size_t i = 0;
    while (name[i] != '\0' && (*entry)[i] == name[i]) ++i;
    if (name[i] == '\0' && (*entry)[i] == '=') return true;
  }
  return false;
}

/// The addresses that the kernel gave this run, which differ from run to run.
LOCKSTEP_NOT_INSTRUMENTED static void make_mask(const void* seed) {
  auto bits = reinterpret_cast<std::size_t>(seed);
  for (std::size_t i = 0; i < kLongestNonce; ++i) {
    bits = bits * 6364136223846793005U + 1442695040888963407U;  // Knuth's MMIX
    nonce_mask[i] = static_cast<char>(bits >> 56U);
  }
}

LOCKSTEP_NOT_INSTRUMENTED static void read_nonce(int /*argc*/, char** argv, char** environment) {
  if (!is_set("LOCKSTEP_GRADES", environment)) return;
  make_mask(argv);
  nonce_reader = raw_io::call(raw_io::Call::kGetPid);
  char c = 0;
  while (nonce_length < kLongestNonce && raw_io::call(raw_io::Call::kRead, STDIN_FILENO, &c, 1) == 1 && c != '\n') {
    masked_nonce[nonce_length] = static_cast<char>(c ^ nonce_mask[nonce_length]);
    ++nonce_length;
  }
}

// Before all constructors, those of libraries too; a submission that has such code is refused.
__attribute__((section(".preinit_array"), used)) static void (*const kAtStart)(int, char**, char**) = read_nonce;

/// A copy of the process has the nonce, and no right to it: the grader has started one.
LOCKSTEP_NOT_INSTRUMENTED static bool is_copy() { return raw_io::call(raw_io::Call::kGetPid) != nonce_reader; }

/// The line that the grader fed on standard input, read before any code of the submission's runs; empty when it was
/// not the grader who started the program, and in a copy.
static std::string nonce() {
  std::string text;
  if (is_copy()) return text;
  for (std::size_t i = 0; i < nonce_length; ++i) text += static_cast<char>(masked_nonce[i] ^ nonce_mask[i]);
  return text;
}

}  // namespace lockstep
