#include "cli/own_program.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "cli/compiler_flags.h"
#include "os/file.h"
#include "process/find_program.h"
#include "text/shell_word.h"

namespace lockstep::cli {
namespace {

namespace fs = std::filesystem;

bool same_file(const fs::path& one, const fs::path& other) {
  std::error_code failed;
  return fs::equivalent(one, other, failed) && !failed;
}

/// A compilation database (https://clang.llvm.org/docs/JSONCompilationDatabase.html).
class Database {
 public:
  static Result<Database> read(const fs::path& file) {
    const auto text = os::read_file(file);
    if (!text) return tl::unexpected(text.error());
    nlohmann::json entries = nlohmann::json::parse(*text, nullptr, false);
    const bool right =
        entries.is_array() && std::all_of(entries.begin(), entries.end(), [](const nlohmann::json& entry) {
          return entry.is_object() && entry.contains("file") && entry["file"].is_string() &&
                 entry.value("directory", nlohmann::json("")).is_string();
        });
    if (!right) {
      return input_error(
          fmt::format("{} is no compilation database; accepted: the compile_commands.json that CMake "
                      "writes with -DCMAKE_EXPORT_COMPILE_COMMANDS=ON",
                      file.string()));
    }
    return Database(file, std::move(entries));
  }

  /// How the source is compiled: the words behind the compiler's name that are flags.
  [[nodiscard]] Result<build::ExploredFlags> flags_of(const fs::path& source) const {
    for (const nlohmann::json& entry : entries_) {
      const fs::path folder = entry.value("directory", std::string("."));
      if (!same_file(folder / entry["file"].get<std::string>(), source)) continue;
      const auto words = words_of(entry);
      if (!words)
        return input_error(fmt::format("{}: the command of {} cannot be read", file_.string(), source.string()));
      return build::explored_flags(without_files(*words), folder, file_.string());
    }
    return input_error(fmt::format("{} says nothing of {}; it has {}", file_.string(), source.string(), named()));
  }

 private:
  Database(fs::path file, nlohmann::json entries) : file_(std::move(file)), entries_(std::move(entries)) {}

  static std::optional<std::vector<std::string>> words_of(const nlohmann::json& entry) {
    if (const auto command = entry.find("command"); command != entry.end() && command->is_string()) {
      return shell_words(command->get<std::string>());
    }
    std::vector<std::string> words;
    if (const auto arguments = entry.find("arguments"); arguments != entry.end() && arguments->is_array()) {
      for (const nlohmann::json& word : *arguments) {
        if (word.is_string()) words.push_back(word.get<std::string>());
      }
    }
    return words.empty() ? std::nullopt : std::optional(words);
  }

  /// Without the compiler, the source, and what says that the source alone is to be compiled, and whereto.
  static std::vector<std::string> without_files(const std::vector<std::string>& words) {
    std::vector<std::string> flags;
    for (std::size_t i = 1; i < words.size(); ++i) {
      const std::string& word = words[i];
      const bool has_value = build::takes_next_word(word) && i + 1 < words.size();
      if (word.size() > 1 && word.front() == '-' && word != "-c" && word != "-o" && word != "--") {
        flags.push_back(word);
        if (has_value) flags.push_back(words[i + 1]);
      }
      if (has_value) ++i;
    }
    return flags;
  }

  [[nodiscard]] std::string named() const {
    constexpr std::size_t kMost = 10;
    std::vector<std::string> names;
    for (const nlohmann::json& entry : entries_) {
      if (names.size() < kMost) names.push_back(entry["file"].get<std::string>());
    }
    const std::string more = entries_.size() > kMost ? fmt::format(" and {} more", entries_.size() - kMost) : "";
    return names.empty() ? "no file" : fmt::format("{}{}", fmt::join(names, ", "), more);
  }

  fs::path file_;
  nlohmann::json entries_;
};

void append(build::ExploredFlags& to, const build::ExploredFlags& more) {
  const auto add = [](auto& all, const auto& those) { all.insert(all.end(), those.begin(), those.end()); };
  add(to.both, more.both);
  add(to.c, more.c);
  add(to.cxx, more.cxx);
  add(to.link, more.link);
  add(to.libraries, more.libraries);
  add(to.left_out, more.left_out);
}

/// "ccache g++": only what runs the compiler may stand before it.
bool is_launcher(const std::string& word) {
  const std::string name = fs::path(word).filename();
  return name == "ccache" || name == "sccache" || name == "distcc";
}

/// CXXFLAGS, and CPLUS_INCLUDE_PATH as -isystem.
Result<std::vector<std::string>> flags_of_environment(const Variable& variable) {
  std::vector<std::string> flags;
  if (const char* text = variable("CXXFLAGS"); text != nullptr) {
    auto words = shell_words(text);
    if (!words) return input_error(fmt::format("CXXFLAGS has a quote that is not closed: {}", text));
    if (auto checked = build::explored_flags(*words, fs::current_path(), "CXXFLAGS"); !checked) {
      return tl::unexpected(checked.error());
    }
    flags = std::move(*words);
  }
  const char* path = variable("CPLUS_INCLUDE_PATH");
  std::string_view left = path == nullptr ? "" : path;
  while (!left.empty()) {
    const std::size_t end = std::min(left.find(':'), left.size());
    if (end > 0) flags.insert(flags.end(), {"-isystem", std::string(left.substr(0, end))});
    left.remove_prefix(std::min(end + 1, left.size()));
  }
  return flags;
}

/// The compiler that was named (--compiler, LOCKSTEP_CXX), else that of CXX, else the kit's.
Result<CommandContext> with_own_compiler(const CommandContext& here, const char* cxx) {
  CommandContext own = here;
  if (here.compiler_named || cxx == nullptr) return own;
  auto words = shell_words(cxx);
  while (words && words->size() > 1 && is_launcher(words->front())) words->erase(words->begin());
  if (words && words->empty()) return own;
  const bool right = words && words->size() == 1;
  std::error_code failed;
  if (!right || (words->front().find('/') == std::string::npos ? !process::find_program(words->front()).has_value()
                                                               : !fs::exists(words->front(), failed))) {
    return input_error(
        fmt::format("CXX is \"{}\"; accepted: a C++ compiler of this machine, a name or a path. Flags go into "
                    "CXXFLAGS, or name another compiler: --compiler g++",
                    cxx));
  }
  own.kit.compiler = words->front();
  own.compiler_named = true;
  return own;
}

}  // namespace

Result<std::vector<build::ExploredSource>> sources_of(const OwnProgram& program) {
  const auto given = build::explored_flags(program.flags, fs::current_path(), "the compiler's flags");
  if (!given) return tl::unexpected(given.error());
  std::optional<Database> database;
  if (program.compile_commands) {
    auto read = Database::read(*program.compile_commands);
    if (!read) return tl::unexpected(read.error());
    database = std::move(*read);
  }
  std::vector<build::ExploredSource> sources;
  sources.reserve(program.files.size());
  for (const fs::path& file : program.files) {
    build::ExploredSource source{.file = file, .flags = {}};
    if (database) {
      auto flags = database->flags_of(file);
      if (!flags) return tl::unexpected(flags.error());
      source.flags = std::move(*flags);
    }
    append(source.flags, *given);
    sources.push_back(std::move(source));
  }
  return sources;
}

Result<CommandContext> add_environment(OwnProgram& program, const CommandContext& here, const Variable& variable) {
  auto flags = flags_of_environment(variable);
  if (!flags) return tl::unexpected(flags.error());
  program.flags.insert(program.flags.begin(), flags->begin(), flags->end());
  auto own = with_own_compiler(here, variable("CXX"));
  if (own && own->compiler_named) program.compiler = own->kit.compiler;
  return own;
}

std::string replay_words(const OwnProgram& program) {
  std::string words;
  for (const std::string& flag : program.flags) words += " " + shell_word(flag);
  if (program.compile_commands) words += " --compile-commands " + shell_word(program.compile_commands->string());
  if (!program.compiler.empty()) words += " --compiler " + shell_word(program.compiler);
  return words;
}

}  // namespace lockstep::cli
