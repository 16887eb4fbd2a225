#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lockstep::mutation {

inline constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// A token of a source text; `<=`, `::`, `->` and the like are one. Directives, and so macros, are left out.
struct SourceToken {
  std::string_view text;        ///< as it is written
  std::size_t begin = 0;        ///< where it is in the text
  std::size_t end = 0;          ///< one past its last character
  int line = 0;                 ///< 1-based
  std::size_t partner = kNone;  ///< the bracket that belongs to this one: `()`, `[]`, `{}`
  bool is_word = false;         ///< an identifier or a keyword
};

/// A statement of a function.
struct Statement {
  enum class Kind {
    kSimple,   ///< an expression or a declaration; ends in a semicolon
    kJump,     ///< return, throw, break, continue
    kControl,  ///< if, while, for, do, switch, try; with all that it holds
    kBlock,    ///< in braces
  };

  Kind kind{};
  std::size_t first = 0;  ///< index of its first token
  std::size_t last = 0;   ///< index of its last token
  bool is_sole = false;   ///< the body of an `if` or of a loop, without braces
};

/// A block of code in braces.
struct Block {
  std::size_t open = 0;               ///< index of its brace
  std::size_t close = 0;              ///< of the other one
  std::vector<Statement> statements;  ///< those directly in it
};

/// A C++ source text, read as far as is needed to change it: tokens, brackets, and the statements of its functions. It
/// is not understood: there are no types, and whether a `<` compares is told by the spaces around it.
class Source {
 public:
  explicit Source(std::string text);
  Source(const Source&) = delete;  // the tokens refer to the text
  Source& operator=(const Source&) = delete;
  ~Source() = default;

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] std::size_t size() const { return tokens_.size(); }
  [[nodiscard]] const SourceToken& token(std::size_t index) const { return tokens_[index]; }

  /// Whether there is such a token, and its text is this.
  [[nodiscard]] bool is(std::size_t index, std::string_view text) const {
    return index < tokens_.size() && tokens_[index].text == text;
  }

  /// All blocks of code, also those of lambdas and of control statements, by their first token.
  [[nodiscard]] std::span<const Block> blocks() const { return blocks_; }

  /// The statements that are directly in a block or the body of a control statement, by their first token.
  [[nodiscard]] std::span<const Statement> statements() const { return statements_; }

  /// Where the template arguments end that begin at a token.
  /// \return the index behind their `>`; `index` itself where none begin there
  [[nodiscard]] std::size_t behind_template_arguments(std::size_t index) const;

  /// The tokens from `first` to `last`, as they are written, on one line and without comments.
  [[nodiscard]] std::string flat(std::size_t first, std::size_t last) const;

 private:
  std::string text_;
  std::vector<SourceToken> tokens_;
  std::vector<Block> blocks_;
  std::vector<Statement> statements_;
};

}  // namespace lockstep::mutation
