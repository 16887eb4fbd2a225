#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "mutation/calls.h"
#include "mutation/families.h"

namespace lockstep::mutation {
namespace {

constexpr std::array<std::string_view, 5> kOrders{"acquire", "release", "acq_rel", "seq_cst", "consume"};

/// Operations of an atomic, with the number of their arguments besides orders.
struct Operation {
  std::string_view name;
  std::size_t arguments;
};
constexpr std::array<Operation, 11> kOperations{{{"load", 0},
                                                 {"store", 1},
                                                 {"exchange", 1},
                                                 {"fetch_add", 1},
                                                 {"fetch_sub", 1},
                                                 {"fetch_and", 1},
                                                 {"fetch_or", 1},
                                                 {"fetch_xor", 1},
                                                 {"compare_exchange_weak", 2},
                                                 {"compare_exchange_strong", 2},
                                                 {"test_and_set", 0}}};

bool is_order(std::string_view name) { return std::find(kOrders.begin(), kOrders.end(), name) != kOrders.end(); }

/// `std::memory_order_acquire`, `std::memory_order::acquire`
void weaken_named_orders(const Source& source, Mutations& mutations) {
  constexpr std::string_view kPrefix = "memory_order_";
  for (std::size_t i = 0; i < source.size(); ++i) {
    const std::string_view text = source.token(i).text;
    const bool scoped = i > 1 && source.is(i - 1, "::") && source.is(i - 2, "memory_order");
    if (text.starts_with(kPrefix) && is_order(text.substr(kPrefix.size()))) {
      mutations.push_back(replacing(source, i, i, "memory_order_relaxed"));
    } else if (scoped && is_order(text)) {
      mutations.push_back(replacing(source, i, i, "relaxed"));
    }
  }
}

}  // namespace

Mutations weaken_orders(const Source& source) {
  Mutations mutations;
  weaken_named_orders(source, mutations);
  for (const MemberCall& call : member_calls(source)) {
    const auto operation = std::find_if(kOperations.begin(), kOperations.end(),
                                        [&](const Operation& known) { return source.is(call.name, known.name); });
    const auto arguments = arguments_of(source, call.open).size();
    if (operation == kOperations.end() || arguments != operation->arguments) continue;
    const std::string order = arguments == 0 ? "std::memory_order_relaxed" : ", std::memory_order_relaxed";
    mutations.push_back({.line = source.token(call.name).line, .edits = {before(source, call.close, order)}});
  }
  return mutations;
}

Mutations make_plain(const Source& source) {
  Mutations mutations;
  for (std::size_t i = 0; i + 1 < source.size(); ++i) {
    if (!source.is(i, "atomic")) continue;
    const std::size_t behind = source.behind_template_arguments(i + 1);
    if (behind == i + 1) continue;
    const std::size_t first = i > 1 && source.is(i - 1, "::") && source.is(i - 2, "std") ? i - 2 : i;
    mutations.push_back(replacing(source, first, behind - 1, source.flat(i + 2, behind - 2)));
  }
  return mutations;
}

}  // namespace lockstep::mutation
