#include "integrity/object_rules.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "integrity/imports.h"
#include "integrity/source_lines.h"

namespace lockstep::integrity {
namespace {

/// Sections of code and data that g++ and clang make, by how their names begin. `.init` and the like, which are run
/// without being called, are not among them.
constexpr std::array<std::string_view, 15> kCompilersSections{
    ".text", ".data",       ".bss",        ".rodata",   ".tdata",
    ".tbss", ".init_array", ".fini_array", ".eh_frame", ".gcc_except_table",
    ".note", ".lrodata",    ".ldata",      ".lbss",     "asan_globals"};

/// Names the compiler makes of `begin`, and of what follows a dot.
bool is_of(std::string_view section, std::string_view begin) {
  return section.starts_with(begin) && (section.size() == begin.size() || section[begin.size()] == '.');
}

class ObjectExamination {
 public:
  ObjectExamination(const Object& object, const Origin& origin, const TakenNames& taken)
      : object_(object), origin_(origin), taken_(taken), lines_(object.path) {}

  std::vector<Suspicion> run() {
    for (std::size_t i = 1; i < object_.sections.size(); ++i) look_at_section(i);
    for (const Symbol& symbol : object_.symbols) {
      if (symbol.defined) {
        look_at_definition(symbol);
      } else {
        look_at_references(symbol);
      }
    }
    return std::move(found_);
  }

 private:
  void add(Severity severity, const std::string& symbol, std::string message, Place place) {
    if (place.file.empty() && origin_.learners) place.file = object_.path.string();
    found_.push_back({.severity = severity,
                      .affects = Affects::kAllRuns,
                      .symbol = symbol,
                      .message = std::move(message),
                      .file = std::move(place.file),
                      .line = place.line});
  }

  /// The place of something, where it is the learner's doing: in an object of the lab's only what has a line of theirs.
  std::optional<Place> learners_place(const Spot& spot) {
    Place place = lines_.place_of(spot);
    if (place.file.empty() ? origin_.learners : origin_.is_learners(place.file)) return place;
    return std::nullopt;
  }

  void look_at_section(std::size_t number) {
    const Section& section = object_.sections[number];
    if (!section.loaded || !origin_.learners) {
      // The lab's own objects have no such arrays: one that has is the doing of a header.
      if (section.name != ".preinit_array") return;
    }
    if (section.name == ".preinit_array") {
      add(Severity::kProven, section.name,
          "Has code that runs before the program's start (.preinit_array), so also before the test harness. No task "
          "needs it.",
          {});
    } else if (is_prioritised(section.name)) {
      add(Severity::kReview, section.name,
          "Has a constructor with a priority (constructor(N), init_priority(N)), which runs before others of the "
          "program. Without a priority it does as well.",
          {});
    } else if (std::none_of(kCompilersSections.begin(), kCompilersSections.end(),
                            [&](std::string_view begin) { return is_of(section.name, begin); })) {
      add(section.code ? Severity::kProven : Severity::kReview, section.name,
          fmt::format("Has a section {} that the compiler makes of no ordinary code. Leave out the attribute or the "
                      "directive that names it.",
                      section.name),
          {});
    }
  }

  /// A sanitizer's own constructors, of the priorities that compilers reserve, are in what is instrumented.
  [[nodiscard]] bool is_prioritised(std::string_view section) const {
    if (!section.starts_with(".init_array.") && !section.starts_with(".fini_array.")) return false;
    const std::string_view priority = section.substr(section.rfind('.') + 1);
    const bool compilers = priority == "00099" || priority == "0" || priority == "1";
    return !(origin_.instrumented && compilers);
  }

  void look_at_definition(const Symbol& symbol) {
    if (symbol.ifunc) {
      if (const auto place = learners_place(symbol.at)) {
        add(Severity::kProven, symbol.name,
            fmt::format("{} is chosen by code that runs before the program's start (ifunc, target_clones), so also "
                        "before the test harness. No task needs it.",
                        demangled(symbol.name)),
            *place);
      }
      return;
    }
    if (!symbol.function && object_.section(symbol.at).code && origin_.learners) {
      add(Severity::kProven, symbol.name,
          fmt::format("{} is data in a section of code: machine code that no compiler has made.",
                      demangled(symbol.name)),
          {});
      return;
    }
    look_at_name(symbol);
  }

  void look_at_name(const Symbol& symbol) {
    if (is_replaceable(symbol.name)) return;
    const auto owner = taken_.owner(symbol.name, symbol.function);
    if (!owner) return look_at_stranger(symbol);
    if (!symbol.function) {
      if (symbol.shared || !origin_.learners) return;
      add(symbol.name.starts_with('_') ? Severity::kProven : Severity::kReview, symbol.name,
          fmt::format("Defines the variable {}, which {} has too: both are one then. Give it another name, or put it "
                      "into an unnamed namespace.",
                      demangled(symbol.name), name(*owner)),
          {});
      return;
    }
    const Place place = lines_.place_of_function(symbol.at);
    const bool written = !place.file.empty() && origin_.is_learners(place.file);
    // A library's own template or inline function, of which this object has a copy.
    if (!written && (symbol.shared || !place.file.empty() || !origin_.learners)) return;
    add(Severity::kProven, symbol.name,
        fmt::format("Defines {}, a function of {}: all of the program would call this one in its place, the test "
                    "harness too. Give it another name, or put it into an unnamed namespace.",
                    demangled(symbol.name), name(*owner)),
        place);
  }

  /// A function that nobody has so far, and that tests would find before, or in place of, the library's own.
  void look_at_stranger(const Symbol& symbol) {
    const bool tests = is_google_tests(symbol.name) && !origin_.learners;
    if (!symbol.function || (!tests && !is_librarys_alone(symbol.name))) return;
    Place place = lines_.place_of_function(symbol.at);
    if (place.file.empty() || !origin_.is_learners(place.file)) return;
    add(Severity::kProven, symbol.name,
        fmt::format("Adds {} to the namespace of a library, whose tests and types would call it.",
                    demangled(symbol.name)),
        std::move(place));
  }

  /// By this lab.
  [[nodiscard]] bool needed(const std::string& symbol) const {
    return std::find(origin_.imports.begin(), origin_.imports.end(), symbol) != origin_.imports.end();
  }

  void look_at_references(const Symbol& symbol) {
    const bool tests = is_google_tests(symbol.name);
    const bool sanitizers = is_sanitizers(symbol.name) && !(origin_.instrumented && is_instrumentation(symbol.name));
    const auto import = needed(symbol.name) ? std::nullopt : import_of(symbol.name);
    const bool kits = taken_.is_harness(symbol.name);
    if (!tests && !sanitizers && !kits && !import) return;
    for (const Spot& spot : symbol.references) {
      const auto place = learners_place(spot);
      if (!place) continue;
      const std::string plain = demangled(symbol.name);
      if (tests) {
        add(Severity::kProven, symbol.name, fmt::format("Uses GoogleTest, by which it is judged: {}.", plain), *place);
      } else if (kits) {
        add(Severity::kProven, symbol.name, fmt::format("Uses the test harness, by which it is judged: {}.", plain),
            *place);
      } else if (sanitizers) {
        add(Severity::kProven, symbol.name,
            fmt::format("Calls {}, a function of the sanitizers, by which it is judged.", plain), *place);
      } else {
        add(import->severity, symbol.name, fmt::format("Uses {}, which {}. No task needs it.", plain, import->what),
            *place);
      }
      return;
    }
  }

  const Object& object_;
  const Origin& origin_;
  const TakenNames& taken_;
  SourceLines lines_;
  std::vector<Suspicion> found_;
};

}  // namespace

std::vector<Suspicion> suspicions_in(const Object& object, const Origin& origin, const TakenNames& taken) {
  return ObjectExamination(object, origin, taken).run();
}

}  // namespace lockstep::integrity
