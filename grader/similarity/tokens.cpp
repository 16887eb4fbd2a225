#include "similarity/tokens.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "integrity/source_text.h"
#include "similarity/hash.h"

namespace lockstep::similarity {
namespace {

/// The keywords of C++20 that shape a program; sorted.
constexpr std::array<std::string_view, 74> kKeywords{
    "alignas",       "alignof",      "auto",       "bool",      "break",     "case",
    "catch",         "char",         "class",      "co_await",  "co_return", "co_yield",
    "concept",       "const",        "const_cast", "consteval", "constexpr", "constinit",
    "continue",      "decltype",     "default",    "delete",    "do",        "double",
    "dynamic_cast",  "else",         "enum",       "explicit",  "extern",    "false",
    "float",         "for",          "friend",     "goto",      "if",        "inline",
    "int",           "long",         "mutable",    "namespace", "new",       "noexcept",
    "nullptr",       "operator",     "private",    "protected", "public",    "reinterpret_cast",
    "requires",      "return",       "short",      "signed",    "sizeof",    "static",
    "static_assert", "static_cast",  "std",        "struct",    "switch",    "template",
    "this",          "thread_local", "throw",      "true",      "try",       "typedef",
    "typeid",        "typename",     "union",      "unsigned",  "using",     "virtual",
    "void",          "while",
};
static_assert(std::is_sorted(kKeywords.begin(), kKeywords.end()));

/// What stands for a token: itself, or a sign for all of its kind. \param first  its first character in the source
std::string_view spelling(const integrity::Token& token, char first, bool after_std) {
  if (token.kind == integrity::Token::Kind::kString) return "\"";
  if (first == '\'' || std::isdigit(static_cast<unsigned char>(first)) != 0) return "0";
  if (token.kind != integrity::Token::Kind::kWord) return token.text;
  const bool is_keyword = std::binary_search(kKeywords.begin(), kKeywords.end(), std::string_view(token.text));
  return is_keyword || after_std ? std::string_view(token.text) : "x";
}

}  // namespace

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  bool in_directive = false;
  std::array<std::string, 3> before;  // the last three, as written
  for (const integrity::Token& token : integrity::tokens_of(text)) {
    in_directive = (in_directive || token.directive) && token.kind != integrity::Token::Kind::kEndOfDirective;
    if (in_directive || token.kind == integrity::Token::Kind::kEndOfDirective) continue;
    const bool after_std = before[2] == ":" && before[1] == ":" && before[0] == "std";
    tokens.push_back({.code = hash_of(spelling(token, text[token.begin], after_std)), .line = token.line});
    before = {before[1], before[2], token.text};
  }
  return tokens;
}

}  // namespace lockstep::similarity
