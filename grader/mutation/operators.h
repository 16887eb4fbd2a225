#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "mutation/mutation.h"
#include "mutation/source.h"

namespace lockstep::mutation {

/// A rule by which faults are made.
struct Operator {
  std::string_view name;    ///< "drop-lock"
  std::string_view change;  ///< what becomes of the text, in a line
  std::vector<Mutation> (*make)(const Source& source);
  bool is_of_orders = false;  ///< only instrumented code shows the difference: the machine's own order may be stronger
};

/// All operators. Where two of them make the same text, it is the first one's.
[[nodiscard]] std::span<const Operator> operators();

/// The operator with a name; null where there is none.
[[nodiscard]] const Operator* find_operator(std::string_view name);

}  // namespace lockstep::mutation
