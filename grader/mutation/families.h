// What the rows of the table of operators (operators.cpp) do: each gives every place of a text where its fault fits.
#pragma once

#include <vector>

#include "mutation/mutation.h"
#include "mutation/source.h"

namespace lockstep::mutation {

using Mutations = std::vector<Mutation>;

// locks.cpp
[[nodiscard]] Mutations drop_locks(const Source& source);
[[nodiscard]] Mutations share_locks(const Source& source);

// critical_sections.cpp
[[nodiscard]] Mutations shrink_locks(const Source& source);
[[nodiscard]] Mutations move_before_locks(const Source& source);
[[nodiscard]] Mutations move_behind_locks(const Source& source);

// waits.cpp
[[nodiscard]] Mutations notify_one(const Source& source);
[[nodiscard]] Mutations drop_notifications(const Source& source);
[[nodiscard]] Mutations if_for_while(const Source& source);
[[nodiscard]] Mutations drop_predicates(const Source& source);

// atomics.cpp
[[nodiscard]] Mutations weaken_orders(const Source& source);
[[nodiscard]] Mutations make_plain(const Source& source);

// bounds.cpp
[[nodiscard]] Mutations move_bounds(const Source& source);

// exceptions.cpp
[[nodiscard]] Mutations widen_catches(const Source& source);
[[nodiscard]] Mutations empty_catches(const Source& source);
[[nodiscard]] Mutations drop_catches(const Source& source);

// moves.cpp
[[nodiscard]] Mutations copy_for_move(const Source& source);
[[nodiscard]] Mutations move_for_copy(const Source& source);

// conditions.cpp
[[nodiscard]] Mutations negate_conditions(const Source& source);

// statements.cpp
[[nodiscard]] Mutations delete_statements(const Source& source);

}  // namespace lockstep::mutation
