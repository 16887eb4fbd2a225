#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "primes.h"

/// What every concurrent search must do, written once: threads_test.cpp tests it on find_with_threads,
/// futures_test.cpp on find_with_futures.
namespace search_examples {

using Find =
    std::function<std::vector<std::uint64_t>(std::span<const std::uint64_t>, const Predicate&, unsigned workers)>;

void finds_the_primes_above_ten_to_the_thirteen(const Find& find);
void agrees_with_the_sequential_search(const Find& find);
void keeps_the_order_of_its_input(const Find& find);
void finds_nothing_in_nothing(const Find& find);
void copes_with_fewer_numbers_than_workers(const Find& find);
void tests_each_number_once(const Find& find);
void passes_an_exception_to_the_caller(const Find& find);
void leaves_no_worker_behind_after_an_exception(const Find& find);
void tests_numbers_at_the_same_time(const Find& find);
void uses_no_more_threads_than_workers(const Find& find);
void gives_no_worker_a_fixed_share(const Find& find);

}  // namespace search_examples
