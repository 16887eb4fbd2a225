#include "mutation/calls.h"

#include <algorithm>

namespace lockstep::mutation {
namespace {

bool is_member_access(const Source& source, std::size_t at) { return source.is(at, ".") || source.is(at, "->"); }

/// The first token of the expression whose last token is `last`: `a.b`, `f(x)->m`, `ns::list[i]`.
std::size_t first_of_postfix(const Source& source, std::size_t last) {
  std::size_t at = last;
  while (true) {
    const bool is_bracket = source.is(at, ")") || source.is(at, "]");
    if (is_bracket && source.token(at).partner != kNone) {
      at = source.token(at).partner;
      if (at == 0 || !(source.token(at - 1).is_word || source.is(at - 1, ")") || source.is(at - 1, "]"))) return at;
      --at;
      continue;
    }
    if (at < 2 || !(is_member_access(source, at - 1) || source.is(at - 1, "::"))) return at;
    at -= 2;
  }
}

}  // namespace

std::vector<MemberCall> member_calls(const Source& source) {
  std::vector<MemberCall> calls;
  for (std::size_t i = 2; i + 1 < source.size(); ++i) {
    if (!source.token(i).is_word || !is_member_access(source, i - 1) || !source.is(i + 1, "(")) continue;
    const std::size_t close = source.token(i + 1).partner;
    if (close == kNone) continue;
    calls.push_back({.receiver = first_of_postfix(source, i - 2), .name = i, .open = i + 1, .close = close});
  }
  return calls;
}

std::vector<std::pair<std::size_t, std::size_t>> arguments_of(const Source& source, std::size_t open) {
  std::vector<std::pair<std::size_t, std::size_t>> arguments;
  const std::size_t close = source.token(open).partner;
  std::size_t first = open + 1;
  for (std::size_t i = first; i <= close; ++i) {
    if (i == close || source.is(i, ",")) {
      if (i > first) arguments.emplace_back(first, i - 1);
      first = i + 1;
      continue;
    }
    const std::size_t partner = source.token(i).partner;
    if (partner != kNone && partner > i) i = partner;
    // `<` directly behind a word begins template arguments; one that compares has a space before it.
    if (source.is(i, "<") && source.token(i).begin == source.token(i - 1).end) {
      i = std::max(i, source.behind_template_arguments(i) - 1);
    }
  }
  return arguments;
}

const Statement* statement_of(const Source& source, const MemberCall& call) {
  const auto statements = source.statements();
  const auto found = std::find_if(statements.begin(), statements.end(), [&](const Statement& statement) {
    return statement.kind == Statement::Kind::kSimple && statement.first == call.receiver &&
           statement.last == call.close + 1;
  });
  return found == statements.end() ? nullptr : &*found;
}

bool occurs(const Source& source, std::string_view word, std::size_t first, std::size_t last) {
  for (std::size_t i = first; i <= last && i < source.size(); ++i) {
    if (source.is(i, word)) return true;
  }
  return false;
}

}  // namespace lockstep::mutation
