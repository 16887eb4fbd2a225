#include "integrity/source_text.h"

#include <algorithm>
#include <cctype>

namespace lockstep::integrity {
namespace {

bool begins_word(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '$' ||
         static_cast<unsigned char>(c) >= 0x80;
}
bool continues_word(char c) { return begins_word(c) || std::isdigit(static_cast<unsigned char>(c)) != 0; }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f'; }

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  std::vector<Token> run() {
    while (at_ < text_.size()) step();
    end_directive();
    return std::move(tokens_);
  }

 private:
  /// The character `ahead` of here, with spliced lines left out; '\0' at the end.
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    std::size_t at = after_splices(at_);
    for (; ahead > 0 && at < text_.size(); --ahead) at = after_splices(at + 1);
    return at < text_.size() ? text_[at] : '\0';
  }

  /// Where the text goes on behind a backslash at a line's end; compilers accept spaces between the two.
  [[nodiscard]] std::size_t after_splices(std::size_t at) const {
    while (at < text_.size() && text_[at] == '\\') {
      std::size_t end = at + 1;
      while (end < text_.size() && is_space(text_[end])) ++end;
      if (end >= text_.size() || text_[end] != '\n') return at;
      at = end + 1;
    }
    return at;
  }

  char take() {
    const std::size_t at = after_splices(at_);
    line_ +=
        static_cast<int>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(at_),
                                    text_.begin() + static_cast<std::ptrdiff_t>(std::min(at, text_.size())), '\n'));
    at_ = std::min(at + 1, text_.size());
    if (at >= text_.size()) return '\0';
    if (text_[at] == '\n') ++line_;
    return text_[at];
  }

  void add(Token::Kind kind, std::string text, int line) {
    tokens_.push_back(
        {.kind = kind, .text = std::move(text), .line = line, .directive = false, .begin = begin_, .end = at_});
    fresh_line_ = false;
  }

  void end_directive() {
    if (in_directive_) tokens_.push_back({.kind = Token::Kind::kEndOfDirective, .text = "", .line = line_});
    in_directive_ = false;
    fresh_line_ = true;
  }

  void step() {
    const char c = peek();
    begin_ = after_splices(at_);
    if (c == '\n' || c == '\0') {
      if (c == '\n') end_directive();
      take();
    } else if (is_space(c)) {
      take();
    } else if (c == '/' && peek(1) == '/') {
      while (at_ < text_.size() && peek() != '\n') take();
    } else if (c == '/' && peek(1) == '*') {
      skip_block_comment();
    } else if (begins_word(c)) {
      read_word();
    } else if (std::isdigit(static_cast<unsigned char>(c)) != 0) {
      read_number();
    } else if (c == '"') {
      read_string('"');
    } else if (c == '\'') {
      read_string('\'');
    } else {
      read_other();
    }
  }

  void skip_block_comment() {
    take();
    take();
    while (at_ < text_.size() && !(peek() == '*' && peek(1) == '/')) take();
    take();
    take();
  }

  void read_word() {
    const int line = line_;
    std::string word;
    while (at_ < text_.size() && continues_word(peek())) word += take();
    const bool raw = word == "R" || word == "LR" || word == "uR" || word == "UR" || word == "u8R";
    if (raw && peek() == '"') return read_raw_string(line);
    const bool prefix = word == "L" || word == "u" || word == "U" || word == "u8";
    if (prefix && (peek() == '"' || peek() == '\'')) return;  // the literal follows
    add(Token::Kind::kWord, std::move(word), line);
  }

  /// With the quotes between its digits.
  void read_number() {
    const int line = line_;
    std::string number;
    while (at_ < text_.size()) {
      const char c = peek();
      const bool exponent = (c == '+' || c == '-') && !number.empty() &&
                            std::string_view("eEpP").find(number.back()) != std::string_view::npos;
      const bool separator = c == '\'' && continues_word(peek(1));
      if (!continues_word(c) && c != '.' && !exponent && !separator) break;
      number += take();
    }
    add(Token::Kind::kOther, std::move(number), line);
  }

  void read_string(char quote) {
    const int line = line_;
    std::string content;
    take();
    while (at_ < text_.size() && peek() != quote && peek() != '\n') {
      if (peek() == '\\') content += take();
      content += take();
    }
    if (peek() == quote) take();
    add(quote == '"' ? Token::Kind::kString : Token::Kind::kOther, std::move(content), line);
  }

  /// In it lines are not joined.
  void read_raw_string(int line) {
    take();
    const std::size_t open = text_.find('(', at_);
    const std::size_t begin = open == std::string_view::npos ? text_.size() : open + 1;
    const std::string close =
        open == std::string_view::npos ? "" : ")" + std::string(text_.substr(at_, open - at_)) + "\"";
    const std::size_t end = std::min(text_.find(close, begin), text_.size());
    std::string content(text_.substr(begin, end - begin));
    const std::size_t behind = std::min(end + close.size(), text_.size());
    line_ += static_cast<int>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(at_),
                                         text_.begin() + static_cast<std::ptrdiff_t>(behind), '\n'));
    at_ = behind;
    add(Token::Kind::kString, std::move(content), line);
  }

  void read_other() {
    const int line = line_;
    const bool fresh = fresh_line_;
    std::string text(1, take());
    if (text == "%" && peek() == ':') {
      take();
      text = "#";
    }
    if (text == "#") {
      const bool pasted = peek() == '#' || (peek() == '%' && peek(1) == ':');
      if (pasted) {
        if (take() == '%') take();
        text = "##";
      }
    }
    add(Token::Kind::kOther, text, line);
    if (text == "#" && fresh) {
      tokens_.back().directive = true;
      in_directive_ = true;
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;  ///< of the token that is being read
  int line_ = 1;
  bool fresh_line_ = true;
  bool in_directive_ = false;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokens_of(std::string_view text) { return Lexer(text).run(); }

}  // namespace lockstep::integrity
