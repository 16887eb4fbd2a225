#include <gtest/gtest.h>

#include "primes.h"
#include "search_examples.h"

namespace examples = search_examples;

TEST(ThreadsTest, FindsThePrimesAboveTenToTheThirteen) {
  examples::finds_the_primes_above_ten_to_the_thirteen(find_with_threads);
}

TEST(ThreadsTest, AgreesWithTheSequentialSearch) { examples::agrees_with_the_sequential_search(find_with_threads); }

TEST(ThreadsTest, KeepsTheOrderOfItsInput) { examples::keeps_the_order_of_its_input(find_with_threads); }

TEST(ThreadsTest, FindsNothingInNothing) { examples::finds_nothing_in_nothing(find_with_threads); }

TEST(ThreadsTest, CopesWithFewerNumbersThanWorkers) {
  examples::copes_with_fewer_numbers_than_workers(find_with_threads);
}

TEST(ThreadsTest, TestsEachNumberOnce) { examples::tests_each_number_once(find_with_threads); }

TEST(ThreadsTest, PassesAnExceptionToTheCaller) { examples::passes_an_exception_to_the_caller(find_with_threads); }

TEST(ThreadsTest, LeavesNoWorkerBehindAfterAnException) {
  examples::leaves_no_worker_behind_after_an_exception(find_with_threads);
}

TEST(ThreadsTest, TestsNumbersAtTheSameTime) { examples::tests_numbers_at_the_same_time(find_with_threads); }

TEST(ThreadsTest, UsesNoMoreThreadsThanWorkers) { examples::uses_no_more_threads_than_workers(find_with_threads); }

TEST(ThreadsTest, GivesNoWorkerAFixedShare) { examples::gives_no_worker_a_fixed_share(find_with_threads); }

TEST(WorkerCountTest, GivesWhatIsAskedFor) {
  EXPECT_EQ(worker_count(3, 8, 100), 3U);
  EXPECT_EQ(worker_count(13, 2, 100), 13U);
}

TEST(WorkerCountTest, AsksTheHardwareWhenNothingIsAskedFor) { EXPECT_EQ(worker_count(0, 8, 100), 8U); }

TEST(WorkerCountTest, IsOneWhenTheHardwareCannotTell) {
  EXPECT_EQ(worker_count(0, 0, 100), 1U);
  EXPECT_EQ(worker_count(0, 1, 100), 1U);
}

TEST(WorkerCountTest, GivesNobodyNothingToDo) {
  EXPECT_EQ(worker_count(5, 8, 3), 3U);
  EXPECT_EQ(worker_count(0, 8, 3), 3U);
  EXPECT_EQ(worker_count(5, 8, 0), 0U);
}
