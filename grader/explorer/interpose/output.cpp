// Calls that print. Two threads' output comes in either order, which a reader sees, on one stream or on two: a visible
// operation on the output as a whole, which orders nothing else. What a call prints, it prints whole, as the C library
// promises (C17 7.21.2).

#include <cstdarg>
#include <cstdio>

#include "explorer/engine/engine.h"
#include "explorer/engine/exploring.h"
#include "explorer/library/library_function.h"

namespace lockstep::explorer {
namespace {

constinit auto next_vfprintf = library_function(&::vfprintf, "vfprintf");
constinit auto next_fputs = library_function(&::fputs, "fputs");
constinit auto next_puts = library_function(&::puts, "puts");
constinit auto next_fputc = library_function(&::fputc, "fputc");
constinit auto next_fwrite = library_function(&::fwrite, "fwrite");

constexpr char kOutput = 0;  // stands for what a reader sees: all streams

void before_output(const void* caller) {
  if (!exploring || !engine().rules().output_is_seen) return;
  const EngineScope scope;
  Engine& run = engine();
  run.step({.kind = OpKind::kPrint, .place = run.place_of(caller), .object = &kOutput, .also = nullptr});
}

int print(std::FILE* stream, const char* format, std::va_list values, const void* caller) {
  before_output(caller);
  return next_vfprintf(stream, format, values);
}

}  // namespace

extern "C" {

// The C library's header has these two as inline functions, and clang takes no other definition beside one.
int print_to_stdout(const char* __restrict format, std::va_list values) __asm__("vprintf");
int put_to_stdout(int character) __asm__("putchar");

int vfprintf(std::FILE* __restrict stream, const char* __restrict format, std::va_list values) {
  return print(stream, format, values, __builtin_return_address(0));
}

int print_to_stdout(const char* __restrict format, std::va_list values) {
  return print(stdout, format, values, __builtin_return_address(0));
}

int fprintf(std::FILE* __restrict stream, const char* __restrict format, ...) {
  std::va_list values;
  va_start(values, format);
  const int printed = print(stream, format, values, __builtin_return_address(0));
  va_end(values);
  return printed;
}

int printf(const char* __restrict format, ...) {
  std::va_list values;
  va_start(values, format);
  const int printed = print(stdout, format, values, __builtin_return_address(0));
  va_end(values);
  return printed;
}

int fputs(const char* __restrict text, std::FILE* __restrict stream) {
  before_output(__builtin_return_address(0));
  return next_fputs(text, stream);
}

int puts(const char* text) {
  before_output(__builtin_return_address(0));
  return next_puts(text);
}

int fputc(int character, std::FILE* stream) {
  before_output(__builtin_return_address(0));
  return next_fputc(character, stream);
}

int putc(int character, std::FILE* stream) {
  before_output(__builtin_return_address(0));
  return next_fputc(character, stream);
}

int put_to_stdout(int character) {
  before_output(__builtin_return_address(0));
  return next_fputc(character, stdout);
}

std::size_t fwrite(const void* __restrict bytes, std::size_t size, std::size_t count, std::FILE* __restrict stream) {
  before_output(__builtin_return_address(0));
  return next_fwrite(bytes, size, count, stream);
}

// What _FORTIFY_SOURCE makes of them.
// NOLINTBEGIN(bugprone-reserved-identifier): the names are the compiler's
int __vfprintf_chk(std::FILE* stream, int, const char* format, std::va_list values) {
  return print(stream, format, values, __builtin_return_address(0));
}

int __vprintf_chk(int, const char* format, std::va_list values) {
  return print(stdout, format, values, __builtin_return_address(0));
}

int __fprintf_chk(std::FILE* stream, int, const char* format, ...) {
  std::va_list values;
  va_start(values, format);
  const int printed = print(stream, format, values, __builtin_return_address(0));
  va_end(values);
  return printed;
}

int __printf_chk(int, const char* format, ...) {
  std::va_list values;
  va_start(values, format);
  const int printed = print(stdout, format, values, __builtin_return_address(0));
  va_end(values);
  return printed;
}
// NOLINTEND(bugprone-reserved-identifier)
}

}  // namespace lockstep::explorer
