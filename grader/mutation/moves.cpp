#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "mutation/calls.h"
#include "mutation/families.h"

namespace lockstep::mutation {
namespace {

/// The parenthesis of `std::move(`, whose first token is `at`; kNone where it is none.
std::size_t open_of_move(const Source& source, std::size_t at) {
  if (!source.is(at, "std") || !source.is(at + 1, "::")) return kNone;
  const bool moves = source.is(at + 2, "move") || source.is(at + 2, "forward");
  const std::size_t open = moves ? source.behind_template_arguments(at + 3) : kNone;
  return open != kNone && source.is(open, "(") && source.token(open).partner != kNone ? open : kNone;
}

/// A variable's name, and not a constant of the house's style (`kLimit`).
bool may_be_moved(const Source& source, std::size_t at) {
  constexpr std::array<std::string_view, 5> kWords{"this", "nullptr", "true", "false", "auto"};
  const std::string_view text = source.token(at).text;
  return source.token(at).is_word && text.front() != 'k' &&
         std::find(kWords.begin(), kWords.end(), text) == kWords.end();
}

/// Whether parentheses are those of a call, or of a variable's first value; not those of a declared function's
/// parameters, nor of `if` and the like.
bool takes_values(const Source& source, std::size_t open) {
  constexpr std::array<std::string_view, 9> kNoCalls{"if",     "while",   "for",    "switch",  "catch",
                                                     "sizeof", "alignof", "return", "decltype"};
  if (open == 0) return false;
  const SourceToken& before = source.token(open - 1);
  const bool is_move = source.is(open - 1, "move") || source.is(open - 1, "forward");
  return before.is_word && !is_move && std::find(kNoCalls.begin(), kNoCalls.end(), before.text) == kNoCalls.end();
}

}  // namespace

Mutations copy_for_move(const Source& source) {
  Mutations mutations;
  for (std::size_t i = 0; i < source.size(); ++i) {
    const std::size_t open = open_of_move(source, i);
    if (open == kNone) continue;
    const std::size_t close = source.token(open).partner;
    if (close > open + 1) mutations.push_back(replacing(source, i, close, source.flat(open + 1, close - 1)));
  }
  return mutations;
}

Mutations move_for_copy(const Source& source) {
  Mutations mutations;
  const auto move = [&](std::size_t at) {
    mutations.push_back(replacing(source, at, at, "std::move(" + std::string(source.token(at).text) + ")"));
  };
  for (const Block& block : source.blocks()) {
    for (std::size_t i = block.open + 1; i < block.close; ++i) {
      if (source.is(i, "{")) i = std::min(source.token(i).partner, block.close);  // a block, or values, of its own
      if (source.is(i, "=") && may_be_moved(source, i + 1) && source.is(i + 2, ";")) move(i + 1);
      if (!source.is(i, "(") || source.token(i).partner == kNone || !takes_values(source, i)) continue;
      for (const auto& [first, last] : arguments_of(source, i)) {
        if (first == last && may_be_moved(source, first)) move(first);
      }
    }
  }
  return mutations;
}

}  // namespace lockstep::mutation
