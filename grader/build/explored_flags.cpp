#include "build/explored_flags.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>

namespace lockstep::build {
namespace {

namespace fs = std::filesystem;

constexpr auto kWithAValue = std::to_array<std::string_view>(
    {"-I",          "-D",      "-U",         "-L",       "-l",           "-x",        "-T",       "-u",
     "-z",          "-A",      "-o",         "-MF",      "-MT",          "-MQ",       "-include", "-imacros",
     "-isystem",    "-iquote", "-idirafter", "-iprefix", "-iwithprefix", "-isysroot", "-Xlinker", "-Xpreprocessor",
     "-Xassembler", "-Xclang", "-mllvm",     "-arch",    "-target"});

/// Flags whose value is a path, alone or joined to it.
constexpr auto kOfPaths = std::to_array<std::string_view>(
    {"-isystem", "-iquote", "-idirafter", "-isysroot", "-include", "-imacros", "-I", "-L", "-B"});

struct Reason {
  std::string_view flag;  ///< or what it begins with, where a star follows
  std::string_view why;
};

constexpr auto kRefused = std::to_array<Reason>({
    {"-fsanitize*",
     "the explorer takes a sanitizer's place, so nothing else can be there. Leave it out here, and look with the "
     "sanitizer at another time"},
    {"-fno-sanitize*", "the explorer needs every access to memory to be instrumented. Leave it out"},
    {"-static", "the explorer stands in for functions of the shared C library. Leave it out"},
    {"-static-pie", "the explorer stands in for functions of the shared C library. Leave it out"},
    {"-shared", "a whole program is explored, with its main. Leave it out"},
    {"-r", "a whole program is explored, with its main. Leave it out"},
    {"-c", "a whole program is explored, so it is linked, too. Leave it out"},
    {"-S", "a whole program is explored, so it is linked, too. Leave it out"},
    {"-E", "a whole program is explored, so it is linked, too. Leave it out"},
    {"-fsyntax-only", "a whole program is explored, so it is linked, too. Leave it out"},
    {"-o", "the explorer keeps the program where it finds it again. Leave it out"},
    {"-m32", "the explorer is for programs of 64 bits. Leave it out"},
    {"-mx32", "the explorer is for programs of 64 bits. Leave it out"},
});

/// What the explorer decides, and a person need not hear of: what is built is no other program for it.
constexpr auto kSilentlyLeftOut = std::to_array<std::string_view>({"-g*",
                                                                   "-M",
                                                                   "-MM",
                                                                   "-MD",
                                                                   "-MMD",
                                                                   "-MP",
                                                                   "-MG",
                                                                   "-MF*",
                                                                   "-MT*",
                                                                   "-MQ*",
                                                                   "-pipe",
                                                                   "-fPIE",
                                                                   "-fpie",
                                                                   "-fPIC",
                                                                   "-fpic",
                                                                   "-fno-PIE",
                                                                   "-fno-pie",
                                                                   "-fno-PIC",
                                                                   "-fno-pic",
                                                                   "-pie",
                                                                   "-no-pie",
                                                                   "-fvisibility=*",
                                                                   "-fdiagnostics-color*",
                                                                   "-fcolor-diagnostics",
                                                                   "-Werror*",
                                                                   "-pedantic-errors"});
constexpr auto kLeftOut = std::to_array<std::string_view>({"-O*", "-flto*"});

constexpr auto kOfTheLinker = std::to_array<std::string_view>(
    {"-L*", "-Wl,*", "-Xlinker", "-T", "-u", "-z", "-fuse-ld=*", "-rdynamic", "-nostartfiles", "-static-lib*", "-B*"});
/// Those that the linker must see as well as the compiler.
constexpr auto kOfBoth =
    std::to_array<std::string_view>({"-pthread", "-fopenmp*", "-stdlib=*", "-m*", "--coverage", "-coverage"});

bool fits(std::string_view flag, std::string_view pattern) {
  if (!pattern.ends_with('*')) return flag == pattern;
  return flag.starts_with(pattern.substr(0, pattern.size() - 1));
}

template <class Patterns>
bool fits_any(std::string_view flag, const Patterns& patterns) {
  return std::any_of(patterns.begin(), patterns.end(), [&](std::string_view pattern) { return fits(flag, pattern); });
}

std::string whole_path(const std::string& path, const fs::path& folder, bool only_if_there) {
  if (path.empty() || path.starts_with('=')) return path;  // = stands for the compiler's own root
  const fs::path whole = (folder / path).lexically_normal();
  std::error_code failed;
  return only_if_there && !fs::exists(whole, failed) ? path : whole.string();
}

FlagWords with_whole_path(FlagWords words, const fs::path& folder) {
  for (const std::string_view flag : kOfPaths) {
    std::string& first = words.front();
    if (!first.starts_with(flag)) continue;
    const bool is_a_header = flag == "-include" || flag == "-imacros";  // which is searched for, too
    if (words.size() == 2) {
      if (first == flag) words[1] = whole_path(words[1], folder, is_a_header);
    } else {
      first = std::string(flag) + whole_path(first.substr(flag.size()), folder, is_a_header);
    }
    break;
  }
  return words;
}

Result<void> take(ExploredFlags& taken, FlagWords words, const fs::path& folder, std::string_view where) {
  const std::string flag = words.front();
  for (const Reason& refused : kRefused) {
    if (fits(flag, refused.flag)) return input_error(fmt::format("{} in {}: {}", flag, where, refused.why));
  }
  if (fits_any(flag, kSilentlyLeftOut)) return {};
  if (fits_any(flag, kLeftOut)) {
    taken.left_out.push_back(flag);
  } else if (flag.starts_with("-std=")) {
    const bool is_cxx = flag.find("++") != std::string::npos;
    (is_cxx ? taken.cxx : taken.c).push_back(std::move(words));
  } else if (flag.starts_with("-l")) {
    taken.libraries.push_back("-l" + (words.size() == 2 ? words[1] : flag.substr(2)));
  } else if (fits_any(flag, kOfTheLinker)) {
    taken.link.push_back(with_whole_path(std::move(words), folder));
  } else {
    words = with_whole_path(std::move(words), folder);
    if (fits_any(flag, kOfBoth)) taken.link.push_back(words);
    taken.both.push_back(std::move(words));
  }
  return {};
}

}  // namespace

bool takes_next_word(std::string_view flag) {
  return std::find(kWithAValue.begin(), kWithAValue.end(), flag) != kWithAValue.end();
}

Result<ExploredFlags> explored_flags(std::span<const std::string> flags, const fs::path& folder,
                                     std::string_view where) {
  ExploredFlags taken;
  for (std::size_t i = 0; i < flags.size(); ++i) {
    FlagWords words{flags[i]};
    if (takes_next_word(flags[i])) {
      if (i + 1 == flags.size()) return input_error(fmt::format("{} in {}: a value must follow it", flags[i], where));
      words.push_back(flags[++i]);
    }
    if (auto read = take(taken, std::move(words), folder, where); !read) return tl::unexpected(read.error());
  }
  return taken;
}

std::string response_file(std::span<const FlagWords> flags) {
  std::string text;
  for (const FlagWords& words : flags) {
    for (const std::string& word : words) {
      if (&word != &words.front()) text += ' ';
      if (word.empty()) text += "\"\"";
      for (const char c : word) {
        if (std::string_view(" \t\n'\"\\").find(c) != std::string_view::npos) text += '\\';
        text += c;
      }
    }
    text += '\n';
  }
  return text;
}

}  // namespace lockstep::build
