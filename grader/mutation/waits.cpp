#include <string>
#include <string_view>
#include <utility>

#include "mutation/calls.h"
#include "mutation/families.h"

namespace lockstep::mutation {
namespace {

bool is_notification(const Source& source, std::size_t name) {
  return source.is(name, "notify_one") || source.is(name, "notify_all");
}

/// A wait of a condition variable, with what it waits for as the last argument.
struct PredicateWait {
  MemberCall call;
  std::vector<std::pair<std::size_t, std::size_t>> arguments;

  [[nodiscard]] std::string predicate(const Source& source) const {
    return source.flat(arguments.back().first, arguments.back().second);
  }
};

std::vector<PredicateWait> waits_with_predicates(const Source& source) {
  std::vector<PredicateWait> waits;
  for (const MemberCall& call : member_calls(source)) {
    const bool is_timed = source.is(call.name, "wait_for") || source.is(call.name, "wait_until");
    if (!is_timed && !source.is(call.name, "wait")) continue;
    PredicateWait wait{.call = call, .arguments = arguments_of(source, call.open)};
    if (wait.arguments.size() != (is_timed ? 3 : 2)) continue;
    if (wait.predicate(source).find("memory_order") != std::string::npos) continue;  // an atomic's
    waits.push_back(std::move(wait));
  }
  return waits;
}

/// From the comma before the predicate to the predicate's end.
std::pair<std::size_t, std::size_t> last_argument(const PredicateWait& wait) {
  return {wait.arguments[wait.arguments.size() - 2].second + 1, wait.arguments.back().second};
}

}  // namespace

Mutations notify_one(const Source& source) {
  Mutations mutations;
  for (const MemberCall& call : member_calls(source)) {
    if (!source.is(call.name, "notify_all")) continue;
    mutations.push_back(replacing(source, call.name, call.name, "notify_one"));
  }
  return mutations;
}

Mutations drop_notifications(const Source& source) {
  Mutations mutations;
  for (const MemberCall& call : member_calls(source)) {
    const Statement* statement = is_notification(source, call.name) ? statement_of(source, call) : nullptr;
    if (statement != nullptr) mutations.push_back(without(source, *statement));
  }
  return mutations;
}

Mutations if_for_while(const Source& source) {
  Mutations mutations;
  for (const Statement& statement : source.statements()) {
    if (statement.kind != Statement::Kind::kControl || !source.is(statement.first, "while")) continue;
    mutations.push_back(replacing(source, statement.first, statement.first, "if"));
  }
  for (const PredicateWait& wait : waits_with_predicates(source)) {
    if (statement_of(source, wait.call) == nullptr) continue;
    const auto [first, last] = last_argument(wait);
    Mutation mutation = replacing(source, first, last, "");
    mutation.line = source.token(wait.call.receiver).line;
    mutation.edits.push_back(before(source, wait.call.receiver, "if (!(" + wait.predicate(source) + ")()) "));
    mutations.push_back(std::move(mutation));
  }
  return mutations;
}

Mutations drop_predicates(const Source& source) {
  Mutations mutations;
  for (const PredicateWait& wait : waits_with_predicates(source)) {
    const auto [first, last] = last_argument(wait);
    mutations.push_back(replacing(source, first, last, ""));
  }
  return mutations;
}

}  // namespace lockstep::mutation
