#include "integrity/taken_names.h"

#include <cxxabi.h>
#include <dlfcn.h>
#include <link.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <system_error>

#include "integrity/object.h"

namespace lockstep::integrity {
namespace {

namespace fs = std::filesystem;

struct Library {
  const char* file;
  Owner owner;
};

/// What every program of a lab is linked to; the grader is as well, so that they are open already.
constexpr std::array kLibraries{Library{"libc.so.6", Owner::kCLibrary}, Library{"libm.so.6", Owner::kCLibrary},
                                Library{"libstdc++.so.6", Owner::kCppLibrary},
                                Library{"libgcc_s.so.1", Owner::kCppLibrary}};

constexpr std::array<std::string_view, 13> kSanitizerPrefixes{
    "__tsan_",        "__asan_",    "__ubsan_",   "__lsan_",    "__sanitizer_", "__interceptor_",  "___interceptor_",
    "__interception", "_ZN6__tsan", "_ZN6__asan", "_ZN6__lsan", "_ZN7__ubsan",  "_ZN11__sanitizer"};

/// ThreadSanitizer's runtime has functions without its prefix: the annotations of dynamic checkers.
constexpr std::array<std::string_view, 4> kAnnotations{"Annotate", "WTFAnnotate", "RunningOnValgrind",
                                                       "ValgrindSlowdown"};

/// What g++ and clang call in instrumented code, without what may follow (a size, a suffix).
constexpr std::array<std::string_view, 18> kInstrumentation{
    "__tsan_init",      "__tsan_func_",   "__tsan_read",    "__tsan_write",     "__tsan_unaligned_",
    "__tsan_volatile_", "__tsan_vptr_",   "__tsan_atomic",  "__tsan_mem",       "__asan_init",
    "__asan_version_",  "__asan_report_", "__asan_handle_", "__asan_register_", "__asan_unregister_",
    "__asan_stack_",    "__asan_option_", "__ubsan_handle_"};
constexpr std::array<std::string_view, 11> kMoreInstrumentation{
    "__ubsan_vptr_",    "__asan_before_",     "__asan_after_", "__asan_alloca_", "__asan_allocas_", "__asan_poison_",
    "__asan_unpoison_", "__asan_set_shadow_", "__asan_load",   "__asan_store",   "__asan_mem"};

template <class Prefixes>
bool has_prefix(std::string_view symbol, const Prefixes& prefixes) {
  return std::any_of(prefixes.begin(), prefixes.end(),
                     [&](std::string_view prefix) { return symbol.starts_with(prefix); });
}

/// The symbol of a library that is open in this process; nothing when it has none, or one of the other sort.
bool library_has(const Library& library, const std::string& symbol, bool function) {
  void* const handle = dlopen(library.file, RTLD_LAZY | RTLD_LOCAL);
  if (handle == nullptr) return false;
  void* const address = dlsym(handle, symbol.c_str());
  Dl_info info{};
  ElfW(Sym)* found = nullptr;
  const bool known = address != nullptr &&
                     dladdr1(address, &info, reinterpret_cast<void**>(&found), RTLD_DL_SYMENT) != 0 && found != nullptr;
  dlclose(handle);
  if (address == nullptr) return false;
  // One that is resolved as the library is loaded has an address that no symbol names: it is a function.
  const int type = known ? ELF64_ST_TYPE(found->st_info) : STT_FUNC;
  return function == (type != STT_OBJECT && type != STT_TLS);
}

bool is_word_character(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

std::string without_version(const std::string& symbol) { return symbol.substr(0, symbol.find('@')); }

}  // namespace

std::string_view name(Owner owner) {
  switch (owner) {
    case Owner::kCLibrary:
      return "the C library";
    case Owner::kCppLibrary:
      return "the C++ library";
    case Owner::kSanitizer:
      return "the sanitizers";
    case Owner::kGoogleTest:
      return "GoogleTest";
    case Owner::kKit:
      return "the test harness";
  }
  return {};
}

TakenNames::TakenNames(const fs::path& kit) {
  std::error_code failed;
  for (const auto& entry : fs::recursive_directory_iterator(kit, failed)) {
    const fs::path& path = entry.path();
    if (path.extension() != ".o") continue;
    for (std::string& symbol : defined_names(path)) kit_.insert(std::move(symbol));
  }
}

std::optional<Owner> TakenNames::owner(const std::string& symbol, bool function) const {
  const std::string plain = without_version(symbol);
  if (is_sanitizers(plain)) return Owner::kSanitizer;
  for (const Library& library : kLibraries) {
    if (library_has(library, plain, function)) return library.owner;
  }
  if (!kit_.contains(plain)) return std::nullopt;
  return is_google_tests(plain) ? Owner::kGoogleTest : Owner::kKit;
}

bool TakenNames::is_harness(const std::string& symbol) const {
  constexpr std::array<std::string_view, 2> kPrefixes{"_ZN8lockstep", "_ZNK8lockstep"};
  return has_prefix(symbol, kPrefixes) && kit_.contains(symbol);
}

bool is_replaceable(std::string_view symbol) {
  // operator new, new[], delete, delete[]: <operator-name> nw, na, dl, da of the Itanium C++ ABI.
  constexpr std::array<std::string_view, 4> kOperators{"_Znw", "_Zna", "_Zdl", "_Zda"};
  return has_prefix(symbol, kOperators);
}

bool is_instrumentation(std::string_view symbol) {
  return has_prefix(symbol, kInstrumentation) || has_prefix(symbol, kMoreInstrumentation);
}

bool is_sanitizers(std::string_view symbol) {
  return has_prefix(symbol, kSanitizerPrefixes) || has_prefix(symbol, kAnnotations);
}

bool is_google_tests(std::string_view symbol) {
  constexpr std::array<std::string_view, 6> kPrefixes{"_ZN7testing",   "_ZNK7testing",  "_ZTIN7testing",
                                                      "_ZTVN7testing", "_ZTSN7testing", "_ZGVN7testing"};
  return has_prefix(symbol, kPrefixes);
}

bool is_librarys_alone(const std::string& symbol) {
  constexpr std::array<std::string_view, 6> kPrefixes{"_ZSt", "_ZNSt", "_ZNKSt", "_ZNSa", "_ZNSs", "_ZNKSs"};
  if (!has_prefix(symbol, kPrefixes)) return false;
  constexpr auto kLanguages = std::to_array<std::string_view>(
      {"std",      "__gnu_cxx", "__cxx11",  "operator", "new",      "delete",   "const", "volatile",
       "unsigned", "signed",    "char",     "short",    "int",      "long",     "float", "double",
       "bool",     "void",      "wchar_t",  "char8_t",  "char16_t", "char32_t", "auto",  "decltype",
       "true",     "false",     "noexcept", "__int128", "ul",       "u",        "l"});
  const std::string text = demangled(symbol);
  bool inside_std = false;  // the words of `std::a::b` are the library's
  for (std::size_t at = 0; at < text.size();) {
    if (!is_word_character(text[at])) {
      inside_std = inside_std && text[at] == ':';
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && is_word_character(text[end])) ++end;
    const std::string word = text.substr(at, end - at);
    const bool number = word[0] >= '0' && word[0] <= '9';
    if (word == "std" || word == "__gnu_cxx") inside_std = true;
    const bool known = std::find(kLanguages.begin(), kLanguages.end(), word) != kLanguages.end();
    if (!inside_std && !number && !known) return false;
    at = end;
  }
  return true;
}

std::string demangled(const std::string& symbol) {
  int status = 0;
  const std::unique_ptr<char, decltype(&std::free)> name(abi::__cxa_demangle(symbol.c_str(), nullptr, nullptr, &status),
                                                         std::free);
  return status == 0 && name != nullptr ? name.get() : symbol;
}

}  // namespace lockstep::integrity
