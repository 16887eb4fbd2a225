#include <array>
#include <string_view>
#include <utility>

#include "mutation/families.h"

namespace lockstep::mutation {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kNeighbours{
    {{"<", "<="}, {"<=", "<"}, {">", ">="}, {">=", ">"}}};

/// A comparison has spaces around it, as clang-format writes it; a bracket of template arguments has not.
bool has_spaces_around(const Source& source, std::size_t at) {
  return at > 0 && at + 1 < source.size() && source.token(at - 1).end < source.token(at).begin &&
         source.token(at).end < source.token(at + 1).begin;
}

}  // namespace

Mutations move_bounds(const Source& source) {
  Mutations mutations;
  for (std::size_t i = 0; i < source.size(); ++i) {
    if (!has_spaces_around(source, i)) continue;
    for (const auto& [bound, other] : kNeighbours) {
      if (source.is(i, bound)) mutations.push_back(replacing(source, i, i, std::string(other)));
    }
    const bool shifts = source.is(i, "+") || source.is(i, "-");
    if (shifts && (source.is(i + 1, "1") || source.is(i + 1, "1U"))) {
      mutations.push_back(replacing(source, i, i + 1, ""));
    }
  }
  return mutations;
}

}  // namespace lockstep::mutation
