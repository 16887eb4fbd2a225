// What a test program's report ends with, and each answer of a program that is measured: a keyed hash of all that was
// said, by which the grader sees that nothing was changed, added or left out on the way. SipHash-2-4 (Aumasson,
// Bernstein: SipHash: a fast short-input PRF, 2012); its key is the run's nonce, which only the harness and the grader
// know.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// Where code is instrumented, the harness defines this before: it reports from threads that are being watched.
#ifndef LOCKSTEP_NOT_INSTRUMENTED
#define LOCKSTEP_NOT_INSTRUMENTED
#endif

namespace lockstep {

/// The state of a seal. Arrays of the language: functions of std::array would be instrumented.
struct Seal {
  std::uint64_t v[4] = {};   // NOLINT(modernize-avoid-c-arrays)
  std::uint64_t word = 0;    ///< bytes that are no whole word yet
  std::uint64_t length = 0;  ///< bytes so far
};

LOCKSTEP_NOT_INSTRUMENTED static inline void mix_seal(Seal& seal, int rounds) {
  std::uint64_t* const v = seal.v;
  for (int i = 0; i < rounds; ++i) {
    v[0] += v[1];
    v[1] = (v[1] << 13U | v[1] >> 51U) ^ v[0];
    v[0] = v[0] << 32U | v[0] >> 32U;
    v[2] += v[3];
    v[3] = (v[3] << 16U | v[3] >> 48U) ^ v[2];
    v[0] += v[3];
    v[3] = (v[3] << 21U | v[3] >> 43U) ^ v[0];
    v[2] += v[1];
    v[1] = (v[1] << 17U | v[1] >> 47U) ^ v[2];
    v[2] = v[2] << 32U | v[2] >> 32U;
  }
}

/// \param nonce  32 hexadecimal digits, in small letters; those that are missing count as 0
LOCKSTEP_NOT_INSTRUMENTED static inline void begin_seal(Seal& seal, const char* nonce, std::size_t size) {
  std::uint64_t key[2] = {};  // NOLINT(modernize-avoid-c-arrays)
  for (std::size_t i = 0; i < 32 && i < size; ++i) {
    const auto digit = static_cast<std::uint64_t>(nonce[i] <= '9' ? nonce[i] - '0' : nonce[i] - 'a' + 10) & 15U;
    key[i / 16] |= digit << (i % 16 / 2 * 8 + (i % 2 == 0 ? 4 : 0));
  }
  seal.v[0] = key[0] ^ 0x736f6d6570736575U;
  seal.v[1] = key[1] ^ 0x646f72616e646f6dU;
  seal.v[2] = key[0] ^ 0x6c7967656e657261U;
  seal.v[3] = key[1] ^ 0x7465646279746573U;
  seal.word = 0;
  seal.length = 0;
}

LOCKSTEP_NOT_INSTRUMENTED static inline void add_word_to_seal(Seal& seal) {
  seal.v[3] ^= seal.word;
  mix_seal(seal, 2);
  seal.v[0] ^= seal.word;
  seal.word = 0;
}

LOCKSTEP_NOT_INSTRUMENTED static inline void add_to_seal(Seal& seal, const char* text, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) {
    seal.word |= static_cast<std::uint64_t>(static_cast<unsigned char>(text[i])) << (seal.length % 8 * 8);
    ++seal.length;
    if (seal.length % 8 == 0) add_word_to_seal(seal);
  }
}

/// \return 16 hexadecimal digits
inline std::string finished_seal(Seal seal) {
  seal.word |= seal.length << 56U;
  add_word_to_seal(seal);
  seal.v[2] ^= 0xffU;
  mix_seal(seal, 4);
  const std::uint64_t hash = seal.v[0] ^ seal.v[1] ^ seal.v[2] ^ seal.v[3];
  std::string text;
  for (int shift = 60; shift >= 0; shift -= 4) text += "0123456789abcdef"[hash >> static_cast<unsigned>(shift) & 15U];
  return text;
}

/// The seal of a report as a whole.
inline std::string seal_of(std::string_view report, std::string_view nonce) {
  Seal seal;
  begin_seal(seal, nonce.data(), nonce.size());
  add_to_seal(seal, report.data(), report.size());
  return finished_seal(seal);
}

/// The seal of an answer to a request.
inline std::string seal_of_answer(std::string_view request, std::string_view answer, std::string_view nonce) {
  return seal_of(std::string(request).append("\n").append(answer), nonce);
}

}  // namespace lockstep
