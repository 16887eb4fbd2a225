// Your repairs and your tests on real threads. A repair must still do for one thread what it did, and your test must
// pass with it each time.

#include <gtest/gtest.h>

#include "disk_folder.h"
#include "my_tests.h"

namespace {

constexpr int kTimes = 50;

}  // namespace

TEST(RealThreadsTest, TicketsPassYourTest) {
  const auto tickets = make_tickets();
  for (int i = 0; i < 5; ++i) ASSERT_EQ(tickets->next(), i);
  for (int i = 0; i < kTimes; ++i) exposes_lost_update(make_tickets);
}

TEST(RealThreadsTest, SeatsPassYourTest) {
  const auto seats = make_seats();
  ASSERT_FALSE(seats->guest_of(1));
  ASSERT_TRUE(seats->book(1, 7));
  ASSERT_FALSE(seats->book(1, 8));
  ASSERT_TRUE(seats->book(-2, 8));
  ASSERT_EQ(seats->guest_of(1), 7);
  ASSERT_EQ(seats->guest_of(-2), 8);
  for (int i = 0; i < kTimes; ++i) exposes_check_then_act(make_seats);
}

TEST(RealThreadsTest, AConfigurationPassesYourTest) {
  int reads = 0;
  const auto config = make_lazy_config([&] { return Config{.width = ++reads, .height = 5}; });
  ASSERT_EQ(reads, 0);
  const Config& first = config->get();
  ASSERT_EQ(first.width, 1);
  ASSERT_EQ(first.height, 5);
  ASSERT_EQ(&config->get(), &first);
  ASSERT_EQ(reads, 1);
  for (int i = 0; i < kTimes; ++i) exposes_double_checked(make_lazy_config);
}

TEST(RealThreadsTest, ABoardPassesYourTest) {
  for (const Message sent : {Message{.sender = 3, .text = 4}, Message{.sender = 0, .text = 0}}) {
    const auto board = make_board();
    ASSERT_FALSE(board->read());
    board->publish(sent);
    for (int i = 0; i < 2; ++i) {
      const auto message = board->read();
      ASSERT_TRUE(message) << "the message of sender " << sent.sender << " is published";
      ASSERT_EQ(message->sender, sent.sender);
      ASSERT_EQ(message->text, sent.text);
    }
  }
  for (int i = 0; i < kTimes; ++i) exposes_publication(make_board);
}

TEST(RealThreadsTest, ABillPassesYourTest) {
  const auto bill = make_bill();
  ASSERT_EQ(bill->total(), 0);
  for (int i = 1; i <= 10; ++i) bill->add(i);
  bill->add(-5);
  ASSERT_EQ(bill->total(), 50);
  ASSERT_EQ(bill->total(), 50);
  for (int i = 0; i < kTimes; ++i) exposes_iteration(make_bill);
}

TEST(RealThreadsTest, ATickerPassesYourTest) {
  auto ticker = make_ticker();
  ASSERT_EQ(ticker->latest(), nullptr);
  ticker->update({.bid = 1, .ask = 2});
  const auto first = ticker->latest();
  ticker->update({.bid = 3, .ask = 4});
  const auto second = ticker->latest();
  ticker.reset();
  ASSERT_TRUE(first && second);
  ASSERT_EQ(first->bid + 10 * first->ask, 21);
  ASSERT_EQ(second->bid + 10 * second->ask, 43);
  for (int i = 0; i < kTimes; ++i) exposes_shared_pointer(make_ticker);
}

TEST(RealThreadsTest, AnAnswerPassesYourTest) {
  for (const int given : {-1, 0}) {
    const auto answer = make_answer();
    answer->give(given);
    // If this waits for ever, the program takes this number for no answer.
    ASSERT_EQ(answer->wait(), given);
    ASSERT_EQ(answer->wait(), given);
  }
  for (int i = 0; i < kTimes; ++i) exposes_yielding(make_answer);
}

TEST(RealThreadsTest, AFolderPassesYourTest) {
  MemoryFolder memory;
  DiskFolder disk;
  for (Folder* folder : {static_cast<Folder*>(&memory), static_cast<Folder*>(&disk)}) {
    ASSERT_TRUE(save_new(*folder, "a", "one"));
    ASSERT_FALSE(save_new(*folder, "a", "two"));
    ASSERT_TRUE(save_new(*folder, "b", ""));
    ASSERT_FALSE(save_new(*folder, "b", "two"));
    ASSERT_EQ(folder->read("a"), "one");
    ASSERT_EQ(folder->read("b"), "");
  }

  BusyFolder busy(disk);
  const bool is_new = save_new(busy, "c", "one");
  ASSERT_NE(is_new, busy.has_saved())
      << "another program saved the file just behind a look: of the two, one file is new";
  ASSERT_EQ(disk.read("c"), is_new ? "one" : BusyFolder::kText);
  for (int i = 0; i < kTimes; ++i) exposes_file_race(save_new);
}
