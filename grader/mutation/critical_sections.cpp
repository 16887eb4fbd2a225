#include <string>
#include <utility>

#include "mutation/families.h"
#include "mutation/locks.h"

namespace lockstep::mutation {
namespace {

/// The statements of the lock's block from its declaration on; the lock itself is the first.
std::span<const Statement> held_by(const Source& source, const LockDeclaration& lock) {
  return std::span(source.blocks()[lock.block].statements).subspan(lock.statement);
}

std::string unlocking(const Source& source, const LockDeclaration& lock) {
  return " " + std::string(source.token(lock.name).text) + ".unlock();";
}

}  // namespace

Mutations shrink_locks(const Source& source) {
  Mutations mutations;
  for (const LockDeclaration& lock : lock_declarations(source)) {
    const auto held = held_by(source, lock);
    if (held.size() < 3 || held[1].kind == Statement::Kind::kJump) continue;
    Mutation mutation{.line = source.token(held[0].first).line, .edits = made_unlockable(source, lock)};
    mutation.edits.push_back(behind(source, held[1].last, unlocking(source, lock)));
    mutations.push_back(std::move(mutation));
  }
  return mutations;
}

Mutations move_before_locks(const Source& source) {
  Mutations mutations;
  for (const LockDeclaration& lock : lock_declarations(source)) {
    const auto held = held_by(source, lock);
    // What leaves the function alone has nothing behind it that the lock could still guard.
    if (held.size() < 2 || held[1].kind == Statement::Kind::kJump) continue;
    Mutation mutation = without(source, held[1]);
    mutation.edits.push_back(before(source, held[0].first, source.flat(held[1].first, held[1].last) + " "));
    mutations.push_back(std::move(mutation));
  }
  return mutations;
}

Mutations move_behind_locks(const Source& source) {
  Mutations mutations;
  for (const LockDeclaration& lock : lock_declarations(source)) {
    const auto held = held_by(source, lock);
    if (held.size() < 3) continue;
    const Statement& last = held.back();
    if (held[held.size() - 2].kind == Statement::Kind::kJump) continue;
    Mutation mutation{.line = source.token(last.first).line, .edits = made_unlockable(source, lock)};
    mutation.edits.push_back(before(source, last.first, unlocking(source, lock).substr(1) + " "));
    mutations.push_back(std::move(mutation));
  }
  return mutations;
}

}  // namespace lockstep::mutation
