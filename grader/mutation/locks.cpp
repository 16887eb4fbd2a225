#include "mutation/locks.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "mutation/calls.h"
#include "mutation/families.h"

namespace lockstep::mutation {
namespace {

constexpr std::array<std::string_view, 4> kLocks{"scoped_lock", "lock_guard", "unique_lock", "shared_lock"};

bool is_lock_type(std::string_view name) { return std::find(kLocks.begin(), kLocks.end(), name) != kLocks.end(); }

std::optional<LockDeclaration> lock_declared_by(const Source& source, const Statement& statement) {
  std::size_t at = statement.first;
  while (source.is(at, "const") || source.is(at, "std") || source.is(at, "::")) ++at;
  if (at >= statement.last || !is_lock_type(source.token(at).text)) return std::nullopt;
  LockDeclaration lock{.block = 0, .statement = 0, .type = at};
  lock.name = source.behind_template_arguments(at + 1);
  lock.open = lock.name + 1;
  const bool has_arguments = source.is(lock.open, "(") || source.is(lock.open, "{");
  if (!has_arguments || !source.token(lock.name).is_word) return std::nullopt;
  lock.close = source.token(lock.open).partner;
  if (lock.close == kNone || lock.close + 1 != statement.last) return std::nullopt;
  return lock;
}

/// A lock that is used later stays, and is not taken.
std::optional<Mutation> without_lock(const Source& source, const LockDeclaration& lock) {
  const Block& block = source.blocks()[lock.block];
  const Statement& statement = block.statements[lock.statement];
  if (!occurs(source, source.token(lock.name).text, statement.last + 1, block.close)) return without(source, statement);
  if (arguments_of(source, lock.open).size() != 1) return std::nullopt;
  Mutation mutation{.line = source.token(statement.first).line, .edits = made_unlockable(source, lock)};
  mutation.edits.push_back(before(source, lock.close, ", std::defer_lock"));
  return mutation;
}

/// `mutex.lock();` as a statement; its `mutex.unlock();` goes with it where both are in one block.
void drop_lock_calls(const Source& source, Mutations& mutations) {
  const std::vector<MemberCall> calls = member_calls(source);
  for (const MemberCall& call : calls) {
    const Statement* statement = statement_of(source, call);
    if (statement == nullptr || !(source.is(call.name, "lock") || source.is(call.name, "lock_shared"))) continue;
    Mutation mutation = without(source, *statement);
    const std::string unlock =
        source.flat(call.receiver, call.name - 1) + (source.is(call.name, "lock") ? "unlock();" : "unlock_shared();");
    for (const Block& block : source.blocks()) {
      const auto is_this = [&](const Statement& other) { return other.first == statement->first; };
      if (std::none_of(block.statements.begin(), block.statements.end(), is_this)) continue;
      for (const Statement& other : block.statements) {
        if (other.first > statement->last && source.flat(other.first, other.last) == unlock) {
          mutation.edits.push_back(without(source, other).edits.front());
        }
      }
    }
    mutations.push_back(std::move(mutation));
  }
}

}  // namespace

std::vector<LockDeclaration> lock_declarations(const Source& source) {
  std::vector<LockDeclaration> locks;
  for (std::size_t block = 0; block < source.blocks().size(); ++block) {
    const auto& statements = source.blocks()[block].statements;
    for (std::size_t i = 0; i < statements.size(); ++i) {
      if (statements[i].kind != Statement::Kind::kSimple) continue;
      auto lock = lock_declared_by(source, statements[i]);
      if (!lock) continue;
      lock->block = block;
      lock->statement = i;
      locks.push_back(*lock);
    }
  }
  return locks;
}

std::vector<Edit> made_unlockable(const Source& source, const LockDeclaration& lock) {
  std::vector<Edit> edits;
  const Statement& statement = source.blocks()[lock.block].statements[lock.statement];
  const std::string_view type = source.token(lock.type).text;
  if (source.is(statement.first, "const")) {
    edits.push_back(
        {.begin = source.token(statement.first).begin, .end = source.token(statement.first + 1).begin, .text = ""});
  }
  if (type == "scoped_lock" || type == "lock_guard") {
    edits.push_back(
        {.begin = source.token(lock.type).begin, .end = source.token(lock.type).end, .text = "unique_lock"});
  }
  return edits;
}

Mutations drop_locks(const Source& source) {
  Mutations mutations;
  for (const LockDeclaration& lock : lock_declarations(source)) {
    if (auto mutation = without_lock(source, lock)) mutations.push_back(std::move(*mutation));
  }
  drop_lock_calls(source, mutations);
  for (const Statement& statement : source.statements()) {
    const std::size_t at = statement.first;
    const bool locks = source.is(at, "std") && source.is(at + 1, "::") && source.is(at + 2, "lock");
    if (locks && source.is(at + 3, "(")) mutations.push_back(without(source, statement));
  }
  return mutations;
}

Mutations share_locks(const Source& source) {
  Mutations mutations;
  const bool can_be_shared = source.text().find("shared_mutex") != std::string::npos ||
                             source.text().find("shared_timed_mutex") != std::string::npos;
  if (!can_be_shared) return mutations;
  for (const LockDeclaration& lock : lock_declarations(source)) {
    if (source.is(lock.type, "shared_lock")) continue;
    mutations.push_back(replacing(source, lock.type, lock.type, "shared_lock"));
  }
  return mutations;
}

}  // namespace lockstep::mutation
