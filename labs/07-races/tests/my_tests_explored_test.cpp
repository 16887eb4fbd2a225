// Your tests are judged here: each must find something in the program as you got it, and nothing in your repair.

#include <gtest/gtest.h>

#include "broken.h"
#include "judged.h"
#include "my_tests.h"

TEST(ExploredMyTests, ExposesALostUpdate) {
  expect_that_it_tells_apart(exposes_lost_update, broken::make_tickets, make_tickets);
}

TEST(ExploredMyTests, ExposesACheckBeforeTheAct) {
  expect_that_it_tells_apart(exposes_check_then_act, broken::make_seats, make_seats);
}

TEST(ExploredMyTests, ExposesDoubleCheckedLocking) {
  expect_that_it_tells_apart(exposes_double_checked, broken::make_lazy_config, make_lazy_config);
}

TEST(ExploredMyTests, ExposesAnUnsafePublication) {
  expect_that_it_tells_apart(exposes_publication, broken::make_board, make_board);
}

TEST(ExploredMyTests, ExposesAnInvalidIterator) {
  expect_that_it_tells_apart(exposes_iteration, broken::make_bill, make_bill);
}

TEST(ExploredMyTests, ExposesASharedPointerThatIsShared) {
  expect_that_it_tells_apart(exposes_shared_pointer, broken::make_ticker, make_ticker);
}

TEST(ExploredMyTests, ExposesAYieldInPlaceOfAWait) {
  expect_that_it_tells_apart(exposes_yielding, broken::make_answer, make_answer);
}

TEST(ExploredMyTests, ExposesACheckBeforeTheUseOfAFile) {
  expect_that_it_tells_apart(exposes_file_race, broken::save_new, save_new);
}
