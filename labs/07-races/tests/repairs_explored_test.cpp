// Your repairs are judged here, by tests that nobody wrote: the kit makes threads and calls, runs them in every
// schedule, and compares what they give with a reference for one thread. See docs/linearizability.md.

#include <gtest/gtest.h>

#include <string>

#include "lockstep/linearize.h"
#include "references.h"

using lockstep::Client;
using lockstep::Values;

namespace {

/// Every interleaving of each pair of calls; what goes wrong here needs no third thread.
constexpr lockstep::LinearizeOptions kPairs{.of_one_scenario = 5000, .random_scenarios = 0, .beginnings = 4};

}  // namespace

TEST(ExploredRepairsTest, GivesEachTicketOnce) {
  Client<Tickets, reference::Tickets> client(make_tickets, {});
  client.operation("next", [](auto& tickets) { return tickets.next(); });
  client.in_the_end("next", [](auto& tickets) { return tickets.next(); });
  lockstep::check_linearizable(client, kPairs);
}

TEST(ExploredRepairsTest, BooksEachSeatOnce) {
  Client<Seats, reference::Seats> client(make_seats, {});
  const Values<int> seats(1, 2);
  client.operation(
      "book", [](auto& hall, int seat, int guest) { return hall.book(seat, guest); }, seats, Values<int>(7, 8));
  client.operation(
      "guest_of", [](auto& hall, int seat) { return hall.guest_of(seat); }, seats);
  client.in_the_end(
      "guest_of", [](auto& hall, int seat) { return hall.guest_of(seat); }, seats);
  lockstep::check_linearizable(client, kPairs);
}

TEST(ExploredRepairsTest, ReadsTheConfigurationOnce) {
  Client<reference::ConfigClient, reference::Config> client;
  client.operation("get", [](auto& config) { return config.get(); });
  client.in_the_end("number of reads", [](auto& config) { return config.reads(); });
  lockstep::check_linearizable(client, kPairs);
}

TEST(ExploredRepairsTest, PublishesTheWholeMessage) {
  Client<reference::BoardClient, reference::Board> client;
  client.operation_in_two_steps(
      "publish", [](auto& board, int sender) { board.begin_to_give(sender); },
      [](auto& board, int sender) { board.publish(sender); }, Values<int>(1, 2));
  client.operation("read", [](auto& board) { return board.read(); });
  client.in_the_end("read", [](auto& board) { return board.read(); });
  lockstep::check_linearizable(client, kPairs);
}

TEST(ExploredRepairsTest, AddsUpWhatIsThere) {
  Client<Bill, reference::Bill> client(make_bill, {});
  client.operation(
      "add", [](auto& bill, int price) { bill.add(price); }, Values<int>(1, 20));
  client.operation("total", [](auto& bill) { return bill.total(); });
  client.in_the_end("total", [](auto& bill) { return bill.total(); });
  lockstep::check_linearizable(client, kPairs);
}

TEST(ExploredRepairsTest, KeepsTheLastQuote) {
  Client<reference::TickerClient, reference::Ticker> client;
  client.operation(
      "update", [](auto& ticker, int bid) { ticker.update(bid); }, Values<int>(1, 2));
  client.operation("latest", [](auto& ticker) { return ticker.latest(); });
  client.in_the_end("latest", [](auto& ticker) { return ticker.latest(); });
  lockstep::check_linearizable(client, kPairs);
}

TEST(ExploredRepairsTest, WaitsForTheAnswer) {
  Client<reference::AnswerClient, reference::Answer> client;
  client.operation_in_two_steps(
      "give", [](auto& answer, int value) { answer.begin_to_give(value); },
      [](auto& answer, int value) { answer.give(value); }, Values<int>(1, 2));
  client.operation("wait", [](auto& answer) { return answer.wait(); });
  client.lets_all_go_on("give", [](auto& answer) { answer.give(3); });
  lockstep::check_linearizable(client, kPairs);
}

TEST(ExploredRepairsTest, SavesNoFileOverAnother) {
  Client<reference::FilesClient, reference::Files> client;
  const Values<std::string> texts("a", "b");
  client.operation(
      "save_new", [](auto& files, const std::string& text) { return files.save_new(text); }, texts);
  client.operation(
      "another program's open", [](auto& files, const std::string& text) { return files.create(text); },
      Values<std::string>("c"));
  client.in_the_end("read", [](auto& files) { return files.read(); });
  lockstep::check_linearizable(client, kPairs);
}
