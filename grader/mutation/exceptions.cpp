#include <utility>
#include <vector>

#include "mutation/families.h"

namespace lockstep::mutation {
namespace {

/// `catch (what) { body }`
struct Handler {
  std::size_t first = 0;  ///< index of the token `catch`
  std::size_t what = 0;   ///< of the parenthesis
  std::size_t body = 0;   ///< of the brace
  std::size_t last = 0;   ///< of the other one
};

std::vector<Handler> handlers(const Source& source) {
  std::vector<Handler> all;
  for (std::size_t i = 0; i < source.size(); ++i) {
    if (!source.is(i, "catch") || !source.is(i + 1, "(") || source.token(i + 1).partner == kNone) continue;
    const std::size_t body = source.token(i + 1).partner + 1;
    if (!source.is(body, "{") || source.token(body).partner == kNone) continue;
    all.push_back({.first = i, .what = i + 1, .body = body, .last = source.token(body).partner});
  }
  return all;
}

/// The token `try` of a handler that is the only one of its block; kNone where there are others.
std::size_t try_of(const Source& source, const Handler& handler) {
  if (handler.first == 0 || source.is(handler.last + 1, "catch")) return kNone;
  const std::size_t open = source.token(handler.first - 1).partner;
  return open != kNone && open > 0 && source.is(open - 1, "try") ? open - 1 : kNone;
}

}  // namespace

Mutations widen_catches(const Source& source) {
  Mutations mutations;
  for (const Handler& handler : handlers(source)) {
    if (source.is(handler.what + 1, "...")) continue;
    mutations.push_back(replacing(source, handler.what, handler.body - 1, "(...)"));
  }
  return mutations;
}

Mutations empty_catches(const Source& source) {
  Mutations mutations;
  for (const Handler& handler : handlers(source)) {
    if (handler.last == handler.body + 1) continue;
    Mutation mutation = replacing(source, handler.body, handler.last, "{}");
    mutation.line = source.token(handler.first).line;
    mutations.push_back(std::move(mutation));
  }
  return mutations;
}

Mutations drop_catches(const Source& source) {
  Mutations mutations;
  for (const Handler& handler : handlers(source)) {
    Mutation mutation = replacing(source, handler.first, handler.last, "");
    if (const std::size_t only = try_of(source, handler); only != kNone) {
      mutation.edits.push_back(replacing(source, only, only, "").edits.front());
    }
    mutations.push_back(std::move(mutation));
  }
  return mutations;
}

}  // namespace lockstep::mutation
