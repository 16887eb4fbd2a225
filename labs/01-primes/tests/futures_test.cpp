#include <gtest/gtest.h>

#include "primes.h"
#include "search_examples.h"

namespace examples = search_examples;

TEST(FuturesTest, FindsThePrimesAboveTenToTheThirteen) {
  examples::finds_the_primes_above_ten_to_the_thirteen(find_with_futures);
}

TEST(FuturesTest, AgreesWithTheSequentialSearch) { examples::agrees_with_the_sequential_search(find_with_futures); }

TEST(FuturesTest, KeepsTheOrderOfItsInput) { examples::keeps_the_order_of_its_input(find_with_futures); }

TEST(FuturesTest, FindsNothingInNothing) { examples::finds_nothing_in_nothing(find_with_futures); }

TEST(FuturesTest, CopesWithFewerNumbersThanWorkers) {
  examples::copes_with_fewer_numbers_than_workers(find_with_futures);
}

TEST(FuturesTest, TestsEachNumberOnce) { examples::tests_each_number_once(find_with_futures); }

TEST(FuturesTest, PassesAnExceptionToTheCaller) { examples::passes_an_exception_to_the_caller(find_with_futures); }

TEST(FuturesTest, LeavesNoWorkerBehindAfterAnException) {
  examples::leaves_no_worker_behind_after_an_exception(find_with_futures);
}

TEST(FuturesTest, TestsNumbersAtTheSameTime) { examples::tests_numbers_at_the_same_time(find_with_futures); }

TEST(FuturesTest, UsesNoMoreThreadsThanWorkers) { examples::uses_no_more_threads_than_workers(find_with_futures); }

TEST(FuturesTest, GivesNoWorkerAFixedShare) { examples::gives_no_worker_a_fixed_share(find_with_futures); }
