#include "cli/compiler_flags.h"

#include "build/explored_flags.h"

namespace lockstep::cli {
namespace {

/// Reads one word of a shell's text. \return false where a quote is open at the end
bool read_shell_word(std::string_view text, std::size_t& at, std::string& word) {
  char quote = 0;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    const bool is_blank = c == ' ' || c == '\t' || c == '\n';
    if (quote == 0 && is_blank) break;
    if (c == '\\' && quote != '\'' && at + 1 < text.size()) {
      word += text[++at];
    } else if (quote == c) {
      quote = 0;
    } else if (quote == 0 && (c == '"' || c == '\'')) {
      quote = c;
    } else {
      word += c;
    }
  }
  return quote == 0;
}

}  // namespace

SeparatedWords separate_compiler_flags(const std::vector<std::string>& words,
                                       const std::function<bool(const std::string&)>& takes_value) {
  SeparatedWords separated;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    const bool is_long = word.starts_with("--");
    const bool is_flag = word.size() > 1 && word.front() == '-' && !is_long && !word.starts_with("-j") && word != "-h";
    auto& to = is_flag ? separated.flags : separated.own;
    to.push_back(word);
    const bool with_next = is_flag ? build::takes_next_word(word) : (is_long || word == "-j") && takes_value(word);
    if (with_next && i + 1 < words.size()) to.push_back(words[++i]);
  }
  return separated;
}

std::optional<std::vector<std::string>> shell_words(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = text.find_first_not_of(" \t\n"); at < text.size(); at = text.find_first_not_of(" \t\n", at)) {
    std::string word;
    if (!read_shell_word(text, at, word)) return std::nullopt;
    words.push_back(std::move(word));
  }
  return words;
}

}  // namespace lockstep::cli
