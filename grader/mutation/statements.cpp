#include <algorithm>
#include <array>
#include <string_view>

#include "mutation/families.h"

namespace lockstep::mutation {
namespace {

constexpr std::array<std::string_view, 22> kBeginDeclarations{
    "const",    "auto",   "static", "constexpr", "using", "typename",     "typedef", "struct",
    "class",    "enum",   "int",    "unsigned",  "bool",  "char",         "double",  "float",
    "volatile", "signed", "long",   "short",     "void",  "static_assert"};

/// Whether a statement declares something: a type, then a name.
bool is_declaration(const Source& source, const Statement& statement) {
  std::size_t at = statement.first;
  const std::string_view first = source.token(at).text;
  const auto* const end = kBeginDeclarations.end();
  if (std::find(kBeginDeclarations.begin(), end, first) != end) return true;
  if (!source.token(at).is_word) return false;
  ++at;
  while (source.is(at, "::") || source.is(at, "<")) {
    at = source.is(at, "<") ? source.behind_template_arguments(at) : at + 2;
    if (source.is(at, "<") && source.behind_template_arguments(at) == at) return false;
  }
  const bool is_reference = source.is(at, "&") || source.is(at, "*") || source.is(at, "&&");
  if (is_reference) ++at;
  return at < statement.last && source.token(at).is_word;
}

}  // namespace

Mutations delete_statements(const Source& source) {
  Mutations mutations;
  for (const Statement& statement : source.statements()) {
    if (statement.kind != Statement::Kind::kSimple || is_declaration(source, statement)) continue;
    mutations.push_back(without(source, statement));
  }
  return mutations;
}

}  // namespace lockstep::mutation
