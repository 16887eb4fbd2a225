#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "mutation/source.h"

namespace lockstep::mutation {

/// A call of a member: `receiver.name(arguments)`.
struct MemberCall {
  std::size_t receiver = 0;  ///< index of the receiver's first token
  std::size_t name = 0;
  std::size_t open = 0;   ///< the parenthesis
  std::size_t close = 0;  ///< the other one
};

[[nodiscard]] std::vector<MemberCall> member_calls(const Source& source);

/// The first and last token of each argument between a pair of parentheses.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> arguments_of(const Source& source, std::size_t open);

/// The statement that is a call and no more, or null.
[[nodiscard]] const Statement* statement_of(const Source& source, const MemberCall& call);

/// Whether a word occurs from `first` to `last`.
[[nodiscard]] bool occurs(const Source& source, std::string_view word, std::size_t first, std::size_t last);

}  // namespace lockstep::mutation
