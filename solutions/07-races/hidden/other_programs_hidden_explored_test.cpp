// The learner's tests, with other programs than the lab's: broken ones, most of them without a data race, and right
// ones.

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <utility>

#include "judged.h"
#include "my_tests.h"
#include "right_programs.h"
#include "subtle_programs.h"

namespace {

template <class Interface, class Program>
std::unique_ptr<Interface> make() {
  return std::make_unique<Program>();
}

template <class Program>
std::unique_ptr<LazyConfig> make_config(std::function<Config()> read) {
  return std::make_unique<Program>(std::move(read));
}

}  // namespace

TEST(HiddenMyTests, ExposesAnAtomicInTwoSteps) {
  expect_that_it_tells_apart(exposes_lost_update, make<Tickets, subtle::TwoStepTickets>,
                             make<Tickets, right::AtomicTickets>);
}

TEST(HiddenMyTests, ExposesANumberThatIsLeftOut) {
  expect_that_it_tells_apart(exposes_lost_update, make<Tickets, subtle::LeftOutTickets>,
                             make<Tickets, right::AtomicTickets>);
}

TEST(HiddenMyTests, ExposesAGuestWhoIsOverwritten) {
  expect_that_it_tells_apart(exposes_check_then_act, make<Seats, subtle::OverwrittenSeats>,
                             make<Seats, right::SharedMutexSeats>);
}

TEST(HiddenMyTests, ExposesASeatThatNobodyGets) {
  expect_that_it_tells_apart(exposes_check_then_act, make<Seats, subtle::BusySeats>,
                             make<Seats, right::SharedMutexSeats>);
}

TEST(HiddenMyTests, ExposesASecondRead) {
  expect_that_it_tells_apart(exposes_double_checked, make_config<subtle::TwiceReadConfig>,
                             make_config<right::OnceConfig>);
}

TEST(HiddenMyTests, ExposesAnObjectForEachThread) {
  expect_that_it_tells_apart(exposes_double_checked, make_config<subtle::OwnObjectConfig>,
                             make_config<right::OnceConfig>);
}

TEST(HiddenMyTests, ExposesARelaxedFlag) {
  expect_that_it_tells_apart(exposes_double_checked, make_config<subtle::RelaxedConfig>,
                             make_config<right::OnceConfig>);
}

TEST(HiddenMyTests, ExposesHalfAMessage) {
  expect_that_it_tells_apart(exposes_publication, make<Board, subtle::HalfBoard>, make<Board, right::LockedBoard>);
}

TEST(HiddenMyTests, ExposesABoardThatIsBusy) {
  expect_that_it_tells_apart(exposes_publication, make<Board, subtle::BusyBoard>, make<Board, right::LockedBoard>);
}

TEST(HiddenMyTests, ExposesHalfAPrice) {
  expect_that_it_tells_apart(exposes_iteration, make<Bill, subtle::HalfPriceBill>, make<Bill, right::SummedBill>);
}

TEST(HiddenMyTests, ExposesALostPrice) {
  expect_that_it_tells_apart(exposes_iteration, make<Bill, subtle::TwoStepBill>, make<Bill, right::SummedBill>);
}

TEST(HiddenMyTests, ExposesAQuoteThatChanges) {
  expect_that_it_tells_apart(exposes_shared_pointer, make<Ticker, subtle::ChangingTicker>,
                             make<Ticker, right::CopyingTicker>);
}

TEST(HiddenMyTests, ExposesAnAnswerThatComesTooLate) {
  expect_that_it_tells_apart(exposes_yielding, make<Answer, subtle::LateAnswer>, make<Answer, right::LockedAnswer>);
}

TEST(HiddenMyTests, ExposesAThreadThatIsNotWoken) {
  expect_that_it_tells_apart(exposes_yielding, make<Answer, subtle::OneWokenAnswer>, make<Answer, right::LockedAnswer>);
}

TEST(HiddenMyTests, ExposesTheTextOfAnother) {
  expect_that_it_tells_apart(exposes_file_race, subtle::save_a_draft, right::save_after_a_look);
}

TEST(HiddenMyTests, ExposesALockThatOtherProgramsDoNotTake) {
  expect_that_it_tells_apart(exposes_file_race, subtle::save_under_a_mutex, right::save_after_a_look);
}
