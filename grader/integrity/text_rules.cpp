#include "integrity/text_rules.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <span>
#include <utility>

#include "integrity/source_text.h"

namespace lockstep::integrity {
namespace {

/// Macros, and names of features, that differ between the flavours.
constexpr auto kFlavours = std::to_array<std::pair<std::string_view, Affects>>({
    {"__SANITIZE_THREAD__", Affects::kRaces},
    {"thread_sanitizer", Affects::kRaces},
    {"_GLIBCXX_TSAN", Affects::kRaces},
    {"LOCKSTEP_TIME_IS_VIRTUAL", Affects::kRaces},
    {"LOCKSTEP_EXPLORES", Affects::kRaces},
    {"__SANITIZE_ADDRESS__", Affects::kMemory},
    {"address_sanitizer", Affects::kMemory},
    {"undefined_behavior_sanitizer", Affects::kMemory},
    {"_GLIBCXX_SANITIZE_STD_ALLOCATOR", Affects::kMemory},
    {"_GLIBCXX_SANITIZE_VECTOR", Affects::kMemory},
});

/// Instructions that touch no memory: hints, barriers, counters. What is empty is a barrier to the compiler alone.
constexpr auto kHarmless =
    std::to_array<std::string_view>({"", "pause", "nop", "yield", "isb", "wfe", "sev", "rdtsc", "rdtscp", "cpuid",
                                     "lfence", "mfence", "sfence", "rep", "dmb", "dsb", "ish", "sy"});

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

/// Whether all of an assembly template is of `kHarmless`. Escapes of its string count as ends of lines.
bool is_harmless(std::string text) {
  for (std::size_t at = text.find('\\'); at != std::string::npos; at = text.find('\\')) text.replace(at, 2, ";");
  std::string word;
  for (const char c : lower(std::move(text)) + ";") {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_') {
      word += c;
      continue;
    }
    const bool separates = c == ';' || c == ' ' || c == '\t' || c == '\n';  // all else belongs to an operand
    const bool known = std::find(kHarmless.begin(), kHarmless.end(), std::exchange(word, "")) != kHarmless.end();
    if (!separates || !known) return false;
  }
  return true;
}

bool is_assembly(const Token& token) {
  return token.kind == Token::Kind::kWord && (token.text == "asm" || token.text == "__asm" || token.text == "__asm__");
}

/// Functions of the compiler that write memory, of which no instrumentation is told. Hints and barriers write none.
bool writes_unseen(std::string_view word) {
  constexpr std::array<std::string_view, 5> kHints{"__builtin_ia32_pause", "__builtin_ia32_rdtsc",
                                                   "__builtin_ia32_lfence", "__builtin_ia32_mfence",
                                                   "__builtin_ia32_sfence"};
  if (std::find(kHints.begin(), kHints.end(), word) != kHints.end()) return false;
  constexpr std::array<std::string_view, 5> kPrefixes{"__builtin_ia32_", "_mm_stream_", "_mm256_stream_",
                                                      "_mm_maskmove", "__builtin_nontemporal_store"};
  return std::any_of(kPrefixes.begin(), kPrefixes.end(), [&](auto prefix) { return word.starts_with(prefix); });
}

class TextExamination {
 public:
  TextExamination(const std::string& file, const Words& lab) : file_(file), lab_(lab) {}

  /// \param line  of the text's first line, when the tokens come from a string; otherwise each has its own
  void run(std::span<const Token> tokens, int line = 0) {
    line_ = line;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const auto rest = tokens.subspan(i);
      if (rest[0].directive) look_at_directive(rest);
      if (rest[0].kind == Token::Kind::kWord) look_at_word(rest);
      if (rest[0].kind == Token::Kind::kString) look_at_string(rest[0]);
    }
  }

  std::vector<Suspicion> found() && { return std::move(found_); }

 private:
  void add(Severity severity, Affects affects, const Token& token, std::string message) {
    found_.push_back({.severity = severity,
                      .affects = affects,
                      .symbol = token.text,
                      .message = std::move(message),
                      .file = file_,
                      .line = line_ > 0 ? line_ : token.line});
  }

  void look_at_directive(std::span<const Token> tokens) {
    if (tokens.size() < 2) return;
    const Token& name = tokens[1];
    const bool number = name.kind == Token::Kind::kOther && std::isdigit(static_cast<unsigned char>(name.text[0])) != 0;
    if (name.text == "line" || number) {
      add(Severity::kProven, Affects::kAllRuns, name,
          "Says that its lines are of another place (#line), so that it cannot be told whose they are.");
    }
    const bool changes = name.text == "define" || name.text == "undef";
    if (!changes || tokens.size() < 3 || tokens[2].kind != Token::Kind::kWord) return;
    if (lab_.contains(tokens[2].text)) {
      add(Severity::kProven, Affects::kAllRuns, tokens[2],
          fmt::format("#{} {}: the lab's tests include this header, and {} is a word of theirs. Give the macro another "
                      "name, or use a function.",
                      name.text, tokens[2].text, tokens[2].text));
    }
    for (const Token& token : tokens.subspan(3)) {
      if (token.kind == Token::Kind::kEndOfDirective) break;
      if (token.text != "##") continue;
      add(Severity::kReview, Affects::kRaces, token,
          fmt::format("The macro {} joins words (##), so that not all words of the text are read.", tokens[2].text));
      break;
    }
  }

  void look_at_word(std::span<const Token> tokens) {
    const Token& word = tokens[0];
    if (word.text == "_Pragma") look_at_pragma(tokens);
    if (is_assembly(word)) look_at_assembly(tokens);
    look_at_attribute(tokens);
    if (writes_unseen(word.text)) {
      add(Severity::kProven, Affects::kRaces, word,
          fmt::format("{} writes memory in a way that neither ThreadSanitizer nor the explorer sees.", word.text));
    }
    for (const auto& [name, affects] : kFlavours) {
      if (word.text != name) continue;
      add(Severity::kProven, affects, word,
          fmt::format("{} tells the sanitizers' builds from the others: what is judged must be what is run.",
                      word.text));
    }
  }

  void look_at_pragma(std::span<const Token> tokens) {
    if (tokens.size() < 3 || tokens[2].kind != Token::Kind::kString) return;
    std::string text = tokens[2].text;
    text.erase(std::remove(text.begin(), text.end(), '\\'), text.end());
    TextExamination inner(file_, lab_);
    inner.run(tokens_of(text), tokens[0].line);
    for (Suspicion& each : inner.found_) found_.push_back(std::move(each));
  }

  /// The template is the strings behind the first bracket, up to a colon.
  void look_at_assembly(std::span<const Token> tokens) {
    std::string text;
    bool open = false;
    bool known = false;
    for (const Token& token : tokens.subspan(1)) {
      const bool is_string = token.kind == Token::Kind::kString;
      if (open && !is_string) break;
      if (token.text == "(" && !is_string) open = true;
      if (is_string) text += token.text;
      known = known || is_string;
    }
    if (known && is_harmless(text)) return;
    add(Severity::kProven, Affects::kRaces, tokens[0],
        "Has instructions in assembly, whose accesses to memory neither ThreadSanitizer nor the explorer sees.");
  }

  void look_at_attribute(std::span<const Token> tokens) {
    std::string name = tokens[0].text;
    if (name.starts_with("__") && name.ends_with("__") && name.size() > 4) name = name.substr(2, name.size() - 4);
    const bool listed = name == "no_sanitize";
    const bool one = name.starts_with("no_sanitize_") || name == "no_address_safety_analysis";
    if (!listed && !one && name != "disable_sanitizer_instrumentation") return;
    std::string off = name;
    for (std::size_t i = 1; listed && i < tokens.size() && tokens[i].text != ")"; ++i) off += tokens[i].text;
    const bool races = off.find("thread") != std::string::npos;
    const bool memory = off.find("address") != std::string::npos || off.find("undefined") != std::string::npos;
    for (const Affects affects : {Affects::kRaces, Affects::kMemory}) {
      if (affects == Affects::kRaces ? memory && !races : races && !memory) continue;
      add(Severity::kProven, affects, tokens[0],
          fmt::format("{} hides a function's accesses to memory from a sanitizer, by which they are judged.", name));
    }
  }

  void look_at_string(const Token& token) {
    if (token.text.find("/proc/") == std::string::npos) return;
    add(Severity::kReview, Affects::kAllRuns, token,
        "Names a file of /proc, through which a program can see and change itself.");
  }

  const std::string& file_;
  const Words& lab_;
  int line_ = 0;
  std::vector<Suspicion> found_;
};

}  // namespace

Words words_in(std::string_view text) {
  Words words;
  for (Token& token : tokens_of(text)) {
    if (token.kind == Token::Kind::kWord) words.insert(std::move(token.text));
  }
  return words;
}

std::vector<Suspicion> suspicions_in_text(const std::string& file, std::string_view text, const Words& lab) {
  TextExamination examination(file, lab);
  examination.run(tokens_of(text));
  return std::move(examination).found();
}

std::vector<Suspicion> suspicions_after_macros(std::span<const TextLine> lines) {
  std::string text;
  for (const TextLine& line : lines) text += line.text + "\n";
  std::vector<Suspicion> found = suspicions_in_text("", text, {});
  for (Suspicion& each : found) {
    const TextLine& place = lines[static_cast<std::size_t>(each.line) - 1];
    each.file = place.file;
    each.line = place.line;
  }
  return found;
}

}  // namespace lockstep::integrity
