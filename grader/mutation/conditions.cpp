#include "mutation/families.h"

namespace lockstep::mutation {
namespace {

/// The last token before the condition: the parenthesis, or the semicolon of `if (declaration; condition)`.
std::size_t before_condition(const Source& source, std::size_t open) {
  std::size_t begin = open;
  for (std::size_t i = open + 1; i < source.token(open).partner; ++i) {
    const std::size_t partner = source.token(i).partner;
    if (partner != kNone && partner > i) i = partner;
    if (source.is(i, ";")) begin = i;
  }
  return begin;
}

/// `if (const auto found = find(key))`
bool declares(const Source& source, std::size_t first, std::size_t last) {
  for (std::size_t i = first; i <= last; ++i) {
    const std::size_t partner = source.token(i).partner;
    if (partner != kNone && partner > i) i = partner;
    if (source.is(i, "=")) return true;
  }
  return false;
}

}  // namespace

Mutations negate_conditions(const Source& source) {
  Mutations mutations;
  for (std::size_t i = 0; i < source.size(); ++i) {
    if (!source.is(i, "if") || !source.is(i + 1, "(") || source.token(i + 1).partner == kNone) continue;
    const std::size_t first = before_condition(source, i + 1) + 1;
    const std::size_t last = source.token(i + 1).partner - 1;
    if (first > last || declares(source, first, last)) continue;
    mutations.push_back(
        {.line = source.token(first).line, .edits = {before(source, first, "!("), behind(source, last, ")")}});
  }
  return mutations;
}

}  // namespace lockstep::mutation
