#include "mutation/operators.h"

#include <algorithm>
#include <array>

#include "mutation/families.h"

namespace lockstep::mutation {

std::span<const Operator> operators() {
  static constexpr std::array kTable{
      Operator{"drop-lock", "A lock is not taken: its declaration, `std::lock` or `lock()` with its `unlock()` is gone",
               drop_locks},
      Operator{"shared-lock", "`std::shared_lock` for a lock that excludes others", share_locks},
      Operator{"shrink-lock", "The lock ends after the next statement", shrink_locks},
      Operator{"move-before-lock", "The first statement under the lock comes before it", move_before_locks},
      Operator{"move-behind-lock", "The lock ends before the last statement", move_behind_locks},
      Operator{"notify-one", "`notify_one` for `notify_all`", notify_one},
      Operator{"drop-notify", "A notification is gone", drop_notifications},
      Operator{"if-for-while", "`if` for `while`, also for a wait's own loop: `if (!ready()) wait(lock);`",
               if_for_while},
      Operator{"drop-predicate", "A wait without what it waits for: `wait(lock)`", drop_predicates},
      Operator{"weaker-order", "`memory_order_relaxed` for a stronger order, or for none", weaken_orders, true},
      Operator{"plain-atomic", "`T` for `std::atomic<T>`", make_plain},
      Operator{"off-by-one", "`<` for `<=`, `>` for `>=`, and the reverse; no `+ 1`, no `- 1`", move_bounds},
      Operator{"widen-catch", "`catch (...)` for a type of exception", widen_catches},
      Operator{"empty-catch", "An exception is caught, and nothing done", empty_catches},
      Operator{"drop-catch", "An exception is not caught", drop_catches},
      Operator{"copy-for-move", "`x` for `std::move(x)` or `std::forward<T>(x)`", copy_for_move},
      Operator{"move-for-copy", "`std::move(x)` for an argument or first value `x`", move_for_copy},
      Operator{"negate-condition", "`if (!(x))` for `if (x)`", negate_conditions},
      Operator{"delete-statement", "A call or an assignment is gone", delete_statements},
  };
  return kTable;
}

const Operator* find_operator(std::string_view name) {
  const auto table = operators();
  const auto found = std::find_if(table.begin(), table.end(), [&](const Operator& each) { return each.name == name; });
  return found == table.end() ? nullptr : &*found;
}

}  // namespace lockstep::mutation
