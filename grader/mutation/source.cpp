#include "mutation/source.h"

#include <algorithm>
#include <array>
#include <utility>

#include "integrity/source_text.h"

namespace lockstep::mutation {
namespace {

template <std::size_t N>
bool one_of(std::string_view text, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), text) != names.end();
}

/// Longer ones first. `>>` is not one of them: it may end two template arguments.
constexpr std::array<std::string_view, 20> kLongPunctuators{
    "<=>", "...", "::", "->", "<=", ">=", "==", "!=", "&&", "||",
    "++",  "--",  "+=", "-=", "*=", "/=", "%=", "&=", "|=", "<<"};

/// The tokens outside directives.
std::vector<SourceToken> read_tokens(std::string_view text) {
  using integrity::Token;
  std::vector<SourceToken> tokens;
  bool in_directive = false;
  std::size_t behind = 0;  // of the last punctuator that was joined
  for (const Token& token : integrity::tokens_of(text)) {
    in_directive = (in_directive || token.directive) && token.kind != Token::Kind::kEndOfDirective;
    if (in_directive || token.kind == Token::Kind::kEndOfDirective || token.begin < behind) continue;
    SourceToken read{.text = text.substr(token.begin, token.end - token.begin),
                     .begin = token.begin,
                     .end = token.end,
                     .line = token.line,
                     .partner = kNone,
                     .is_word = token.kind == Token::Kind::kWord};
    if (token.kind == Token::Kind::kOther) {
      for (const std::string_view longer : kLongPunctuators) {
        if (!text.substr(token.begin).starts_with(longer)) continue;
        read.text = text.substr(token.begin, longer.size());
        behind = read.end = token.begin + longer.size();
        break;
      }
    }
    tokens.push_back(read);
  }
  return tokens;
}

void join_brackets(std::vector<SourceToken>& tokens) {
  constexpr std::array<std::string_view, 3> kOpen{"(", "[", "{"};
  constexpr std::array<std::string_view, 3> kClose{")", "]", "}"};
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (one_of(tokens[i].text, kOpen)) {
      open.push_back(i);
    } else if (one_of(tokens[i].text, kClose) && !open.empty()) {
      tokens[i].partner = open.back();
      tokens[open.back()].partner = i;
      open.pop_back();
    }
  }
}

/// Finds the blocks of code, and the statements in them.
class Parser {
 public:
  explicit Parser(const std::vector<SourceToken>& tokens) : tokens_(tokens) {}

  std::vector<Block> blocks() {
    std::vector<Block> blocks;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (is(i, "{") && tokens_[i].partner != kNone && holds_code(i)) blocks.push_back(block_at(i));
    }
    return blocks;
  }

  /// Bodies of control statements that have no braces.
  [[nodiscard]] const std::vector<Statement>& sole() const { return sole_; }

 private:
  [[nodiscard]] bool is(std::size_t index, std::string_view text) const {
    return index < tokens_.size() && tokens_[index].text == text;
  }

  /// Whether a brace begins code, not a class, a namespace or a value.
  [[nodiscard]] bool holds_code(std::size_t brace) const {
    if (brace == 0) return false;
    constexpr std::array<std::string_view, 12> kBefore{")",        "]",        "else",    "do", "try", "const",
                                                       "noexcept", "override", "mutable", ";",  "{",   "}"};
    const std::string_view before = tokens_[brace - 1].text;
    if (is_scope(brace)) return false;
    if (before == "{") return holds_code(brace - 1);
    if (before == ":") return !is(brace - 2, "?");
    return one_of(before, kBefore) || has_trailing_type(brace);
  }

  /// `namespace X {`, `struct X : Y {`, `enum X {`.
  [[nodiscard]] bool is_scope(std::size_t brace) const {
    constexpr std::array<std::string_view, 6> kScopes{"namespace", "struct", "class", "enum", "union", "extern"};
    constexpr std::array<std::string_view, 6> kEnds{";", "{", "}", ")", "=", ">"};
    for (std::size_t i = brace; i-- > 0;) {
      if (one_of(tokens_[i].text, kScopes)) return true;
      if (tokens_[i].text == ">") {  // of a specialisation or a base
        while (i > 0 && tokens_[i].text != "<") --i;
      } else if (one_of(tokens_[i].text, kEnds)) {
        return false;
      }
    }
    return false;
  }

  /// `-> Type {`
  [[nodiscard]] bool has_trailing_type(std::size_t brace) const {
    constexpr std::array<std::string_view, 5> kBeforeTypes{")", "]", "mutable", "const", "noexcept"};
    constexpr std::array<std::string_view, 5> kOfTypes{"::", "<", ">", "&", "*"};
    for (std::size_t i = brace; i-- > 0;) {
      if (tokens_[i].text == "->") return i > 0 && one_of(tokens_[i - 1].text, kBeforeTypes);
      if (!tokens_[i].is_word && !one_of(tokens_[i].text, kOfTypes)) return false;
    }
    return false;
  }

  Block block_at(std::size_t open) {
    Block block{.open = open, .close = tokens_[open].partner, .statements = {}};
    end_ = block.close;
    for (std::size_t i = open + 1; i < block.close;) {
      const std::size_t first = behind_label(i);
      if (is(first, ";") || first >= block.close) {
        i = first + 1;
        continue;
      }
      const Statement statement = statement_at(first);
      block.statements.push_back(statement);
      i = statement.last + 1;
    }
    return block;
  }

  [[nodiscard]] std::size_t behind_label(std::size_t at) const {
    while (is(at, "case") || (is(at, "default") && is(at + 1, ":"))) {
      while (at < end_ && !is(at, ":")) ++at;
      ++at;
    }
    return at;
  }

  /// Of a text that no compiler accepts, it may end early; it has one token at least.
  Statement statement_at(std::size_t first) {
    Statement statement = any_statement_at(first);
    statement.last = std::max(statement.last, first);
    return statement;
  }

  Statement any_statement_at(std::size_t first) {
    using Kind = Statement::Kind;
    constexpr std::array<std::string_view, 4> kWithCondition{"if", "while", "for", "switch"};
    constexpr std::array<std::string_view, 6> kJumps{"return", "throw", "break", "continue", "goto", "co_return"};
    const std::string_view text = tokens_[first].text;
    if (text == "{") return {.kind = Kind::kBlock, .first = first, .last = close_of(first)};
    if (one_of(text, kWithCondition)) return {.kind = Kind::kControl, .first = first, .last = end_of_control(first)};
    if (text == "do") {
      const std::size_t body = body_at(first + 1);
      return {.kind = Kind::kControl, .first = first, .last = end_of_simple(body + 1)};
    }
    if (text == "try") return {.kind = Kind::kControl, .first = first, .last = end_of_try(first)};
    return {.kind = one_of(text, kJumps) ? Kind::kJump : Kind::kSimple, .first = first, .last = end_of_simple(first)};
  }

  [[nodiscard]] std::size_t close_of(std::size_t open) const {
    const bool closes = open < tokens_.size() && tokens_[open].partner != kNone && tokens_[open].partner > open;
    return closes ? tokens_[open].partner : end_ - 1;
  }

  [[nodiscard]] std::size_t end_of_simple(std::size_t at) const {
    while (at < end_ && !is(at, ";")) {
      const std::size_t partner = tokens_[at].partner;
      at = partner != kNone && partner > at ? partner + 1 : at + 1;
    }
    return std::min(at, end_ - 1);
  }

  /// \return the last token of a control statement's body
  std::size_t body_at(std::size_t first) {
    if (first >= end_) return end_ - 1;
    Statement body = statement_at(first);
    body.is_sole = true;
    if (body.kind != Statement::Kind::kBlock) sole_.push_back(body);
    return body.last;
  }

  std::size_t end_of_control(std::size_t first) {
    std::size_t condition = first + 1;
    if (is(condition, "constexpr")) ++condition;
    if (!is(condition, "(")) return end_of_simple(first);
    std::size_t last = body_at(close_of(condition) + 1);
    if (is(first, "if") && is(last + 1, "else")) last = body_at(last + 2);
    return last;
  }

  [[nodiscard]] std::size_t end_of_try(std::size_t first) const {
    std::size_t last = close_of(first + 1);
    while (is(last + 1, "catch") && is(last + 2, "(")) last = close_of(close_of(last + 2) + 1);
    return last;
  }

  const std::vector<SourceToken>& tokens_;
  std::size_t end_ = 0;  ///< of the block that is being read
  std::vector<Statement> sole_;
};

}  // namespace

Source::Source(std::string text) : text_(std::move(text)), tokens_(read_tokens(text_)) {
  join_brackets(tokens_);
  Parser parser(tokens_);
  blocks_ = parser.blocks();
  statements_ = parser.sole();
  for (const Block& block : blocks_) {
    statements_.insert(statements_.end(), block.statements.begin(), block.statements.end());
  }
  std::sort(statements_.begin(), statements_.end(),
            [](const Statement& a, const Statement& b) { return a.first < b.first; });
}

std::size_t Source::behind_template_arguments(std::size_t index) const {
  if (!is(index, "<")) return index;
  int depth = 0;
  for (std::size_t i = index; i < tokens_.size(); ++i) {
    if (is(i, "<")) ++depth;
    if (is(i, ">") && --depth == 0) return i + 1;
    if (is(i, ";") || is(i, "{") || is(i, "}")) break;
  }
  return index;
}

std::string Source::flat(std::size_t first, std::size_t last) const {
  std::string text;
  for (std::size_t i = first; i <= last; ++i) {
    if (i > first && tokens_[i].begin > tokens_[i - 1].end) text += ' ';
    text += tokens_[i].text;
  }
  return text;
}

}  // namespace lockstep::mutation
